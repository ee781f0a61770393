package dev.gatewayz.codegen;

/**
 * JSON that is not what generated code expects. It becomes part of the exception that the caller
 * sees, and of what the model is told if it may try again.
 */
public final class JsonMismatch extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String path;
  private final String expected;
  private final String found;

  /**
   * A mismatch.
   *
   * @param path where, as in {@code items[2].name}; empty for the document itself
   * @param expected what belongs there
   * @param found what is there
   */
  public JsonMismatch(String path, String expected, String found) {
    super(
        (path.isEmpty() ? "The answer" : path)
            + ": expected "
            + expected
            + ", found "
            + found
            + ".",
        null,
        false,
        false);
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** Where, as in {@code items[2].name}; empty for the document itself. */
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
}
