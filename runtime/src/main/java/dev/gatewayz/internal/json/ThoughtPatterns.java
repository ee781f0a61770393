package dev.gatewayz.internal.json;

import java.util.regex.Pattern;

/** The marks with which models part their thoughts from the answer. */
public final class ThoughtPatterns {
  private static final String NAMES =
      "(?:think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad|antthinking|seed:think)";

  /** What begins thoughts. */
  public static final Pattern BEGIN =
      Pattern.compile(
          "<"
              + NAMES
              + "\\s{0,9}>"
              + "|\\[THINK]"
              + "|◁think▷"
              + "|<\\|START_THINKING\\|>"
              + "|<\\|channel\\|>\\s?(?:analysis|commentary)[^<]{0,80}<\\|message\\|>"
              + "|<\\|channel>\\s?thought",
          Pattern.CASE_INSENSITIVE);

  /** What ends thoughts, or in the group {@code answer} begins the answer. */
  public static final Pattern END =
      Pattern.compile(
          "(?:</"
              + NAMES
              + "\\s{0,9}>"
              + "|\\[/THINK]"
              + "|◁/think▷"
              + "|<\\|END_THINKING\\|>"
              + "|<channel\\|>)"
              + "|(?<answer><\\|channel\\|>\\s?final[^<]{0,80}(?:<\\|constrain\\|>[^<]{0,80})?<\\|message\\|>"
              + "|<(?:answer|final|final_answer)>"
              + "|<\\|begin_of_box\\|>"
              + "|assistantfinal(?:json)?)",
          Pattern.CASE_INSENSITIVE);

  private ThoughtPatterns() {}
}
