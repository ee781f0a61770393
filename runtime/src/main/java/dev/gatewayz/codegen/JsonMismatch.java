package dev.gatewayz.codegen;

import dev.gatewayz.error.AnswerFormatException.Flaw;
import dev.gatewayz.internal.json.JsonTokens;
import tools.jackson.core.JsonToken;

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

  /** What is current is not what belongs there. */
  static JsonMismatch at(JsonTokens in, String expected) {
    return new JsonMismatch(in.path(), expected, found(in));
  }

  private static String found(JsonTokens in) {
    JsonToken token = in.current();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "the text \"" + shortened(in.string()) + "\"";
      case VALUE_NULL -> "null";
      default -> shortened(in.string());
    };
  }

  private static String shortened(String text) {
    if (text.length() <= 60) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(59)) ? 59 : 60;
    return text.substring(0, end) + "…";
  }

  /** The same, of a document that has that place in another. */
  JsonMismatch in(String place) {
    return new JsonMismatch(path.isEmpty() ? place : place + "." + path, expected, found);
  }

  /** The same, as the caller is told it. */
  Flaw flaw() {
    return new Flaw(path, expected, found);
  }

  /** {@return where it is, as in {@code items[2].name}; empty for the document itself} */
  public String path() {
    return path;
  }

  /** {@return what belongs there} */
  public String expected() {
    return expected;
  }

  /** {@return what is there} */
  public String found() {
    return found;
  }
}
