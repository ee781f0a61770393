package dev.gatewayz.testkit.internal.openai;

/** How tokens are counted here: four characters make one, and what is left over makes another. */
public final class Tokens {
  /** Characters, in the sense of {@link String#length()}, of one token. */
  static final int CHARACTERS = 4;

  private Tokens() {}

  /** How many tokens so many characters are. */
  static long ofLength(long characters) {
    return (characters + CHARACTERS - 1) / CHARACTERS;
  }

  /** How many tokens a text is. */
  public static long count(String text) {
    return ofLength(text.length());
  }

  /**
   * The longest beginning of a text that is so many tokens; it ends before a surrogate pair rather
   * than within.
   */
  static String limit(String text, long tokens) {
    if (count(text) <= tokens) {
      return text;
    }
    int end = (int) (tokens * CHARACTERS);
    boolean within = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, within ? end - 1 : end);
  }
}
