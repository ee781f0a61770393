package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/** The answer is not the JSON that was asked for. */
public final class AnswerFormatException extends AnswerException {
  private static final long serialVersionUID = 1;

  private final int corrections;
  private final String path;
  private final String expected;
  private final String found;

  /** An answer that does not fit. */
  public AnswerFormatException(
      CallInfo call,
      String path,
      String expected,
      String found,
      String text,
      @Nullable Usage usage) {
    this(call, path, expected, found, text, usage, 0);
  }

  private AnswerFormatException(
      CallInfo call,
      String path,
      String expected,
      String found,
      String text,
      @Nullable Usage usage,
      int corrections) {
    super(
        call,
        "The answer does not fit"
            + (corrections == 0
                ? ""
                : corrections == 1
                    ? " after a correction"
                    : " after " + corrections + " corrections")
            + ": "
            + complaint(path, expected, found),
        corrections == 0
            ? "text() holds it; repair lets the model try again."
            : "text() holds the last one.",
        text,
        usage);
    this.corrections = corrections;
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** The same, of an answer that the model has corrected so often. */
  public AnswerFormatException after(int corrections) {
    return corrections == this.corrections
        ? this
        : new AnswerFormatException(
            call(), path, expected, found, text(), partial().usage(), corrections);
  }

  /** How often the model was asked to correct its answer; its earlier answers are not in here. */
  public int corrections() {
    return corrections;
  }

  /** Where it does not fit, as in {@code items[2].name}; empty for the answer as a whole. */
  public String path() {
    return path;
  }

  /** What belongs there. */
  public String expected() {
    return expected;
  }

  /** What is there. */
  public String found() {
    return found;
  }

  /** What is wrong, in words that a model understands, too. */
  public String complaint() {
    return complaint(path, expected, found);
  }

  private static String complaint(String path, String expected, String found) {
    String where = path.isEmpty() ? "" : "at " + path + " ";
    return where + "expected " + expected + ", found " + found + ".";
  }
}
