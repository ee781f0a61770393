package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/** The answer is not the JSON that was asked for. */
public final class AnswerFormatException extends AnswerException {
  private static final long serialVersionUID = 1;

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
    super(
        call,
        "The answer does not fit: " + complaint(path, expected, found),
        "text() holds it; repair lets the model try again.",
        text,
        usage);
    this.path = path;
    this.expected = expected;
    this.found = found;
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
