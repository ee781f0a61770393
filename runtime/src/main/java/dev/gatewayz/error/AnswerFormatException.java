package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer is not the JSON that was asked for. */
public final class AnswerFormatException extends AnswerException {
  private static final long serialVersionUID = 1;

  private final int corrections;
  private final Flaw flaw;

  /**
   * What is wrong with an answer.
   *
   * @param path where it does not fit, as in {@code items[2].name}; empty for the answer as a whole
   * @param expected what belongs there, as in {@code a number}
   * @param found what is there, as in {@code the text "many"}
   */
  public record Flaw(String path, String expected, String found) implements Serializable {

    /**
     * Nothing of it may be missing.
     *
     * @param path where the answer does not fit
     * @param expected what belongs there
     * @param found what is there
     */
    public Flaw {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(found, "found");
    }

    /** It, in words that a model understands, too. */
    String complaint() {
      String where = path.isEmpty() ? "" : "at " + path + " ";
      return where + "expected " + expected + ", found " + found + ".";
    }
  }

  /**
   * An answer that does not fit.
   *
   * @param call which call it answers
   * @param flaw what is wrong with it
   * @param text the answer, unchanged
   * @param usage what it has used, {@code null} if nobody says
   */
  public AnswerFormatException(CallInfo call, Flaw flaw, String text, @Nullable Usage usage) {
    this(call, flaw, text, usage, 0);
  }

  private AnswerFormatException(
      CallInfo call, Flaw flaw, String text, @Nullable Usage usage, int corrections) {
    super(
        call,
        "The answer does not fit"
            + (corrections == 0
                ? ""
                : corrections == 1
                    ? " after a correction"
                    : " after " + corrections + " corrections")
            + ": "
            + flaw.complaint(),
        corrections == 0
            ? "text() holds it; repair lets the model try again."
            : "text() holds the last one.",
        text,
        usage);
    this.corrections = corrections;
    this.flaw = flaw;
  }

  /**
   * {@return the same, of an answer that the model has corrected so often}
   *
   * @param corrections how often, 0 or more
   */
  public AnswerFormatException after(int corrections) {
    return corrections == this.corrections
        ? this
        : new AnswerFormatException(call(), flaw, text(), partial().usage(), corrections);
  }

  /**
   * {@return how often the model was asked to correct its answer; its earlier answers are not in
   * here}
   */
  public int corrections() {
    return corrections;
  }

  /**
   * {@return where it does not fit, as in {@code items[2].name}; empty for the answer as a whole}
   */
  public String path() {
    return flaw.path();
  }

  /** {@return what belongs there} */
  public String expected() {
    return flaw.expected();
  }

  /** {@return what is there} */
  public String found() {
    return flaw.found();
  }

  /** {@return what is wrong, in words that a model understands, too} */
  public String complaint() {
    return flaw.complaint();
  }
}
