package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonScanner.Unsure;
import dev.gatewayz.internal.json.ParserTokens;
import dev.gatewayz.internal.json.TextTokens;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * The whole text of a typed answer: read once as fast as can be, once more by a parser where that
 * is not sure, and where it turns out to be an object of which the reader knows nothing, looked
 * into for the one that it knows. Whatever goes wrong is a {@link JsonMismatch}.
 *
 * @param <T> what the reader makes of it
 */
final class AnswerDocument<T> {
  private final String text;
  private final boolean lenient;
  private final JsonIn.Reader<T> reader;

  private AnswerDocument(String text, boolean lenient, JsonIn.Reader<T> reader) {
    this.text = text;
    this.lenient = lenient;
    this.reader = reader;
  }

  /**
   * Reads a document.
   *
   * @throws JsonMismatch if it is not JSON, or not what the reader expects
   */
  static <T> T read(String text, boolean lenient, JsonIn.Reader<T> reader) {
    return new AnswerDocument<>(text, lenient, reader).read(false);
  }

  /**
   * Reads a document, or the one object in it that has members of the value where the document has
   * none.
   *
   * @throws JsonMismatch if it is not JSON, or not what the reader expects
   */
  static <T> T readOrInside(String text, boolean lenient, JsonIn.Reader<T> reader) {
    return new AnswerDocument<>(text, lenient, reader).read(true);
  }

  private T read(boolean mayBeInside) {
    try {
      return whole(new JsonIn(new TextTokens(text), lenient), mayBeInside);
    } catch (Unsure e) {
      // Read with a parser, which says what is wrong if something is.
    }
    try (ParserTokens tokens = ParserTokens.of(text)) {
      return whole(new JsonIn(tokens, lenient), mayBeInside);
    }
  }

  private T whole(JsonIn in, boolean mayBeInside) {
    T value = only(in);
    return mayBeInside && in.isStrange() ? inside(value) : value;
  }

  /**
   * The value that stands inside an object of which the reader knows nothing.
   *
   * @param outer what was made of that object; it is right unless one object inside has members
   *     that the reader knows
   */
  private T inside(T outer) {
    T found = outer;
    JsonMismatch wrong = null;
    int count = 0;
    for (String object : Envelope.objectsInside(text)) {
      try (ParserTokens tokens = ParserTokens.of(object)) {
        JsonIn in = new JsonIn(tokens, lenient);
        T value = outer;
        JsonMismatch mismatch = null;
        try {
          value = only(in);
        } catch (JsonMismatch e) {
          mismatch = e;
        }
        if (in.isOfReader()) {
          found = value;
          wrong = mismatch;
          count++;
        }
      }
    }
    if (count == 1 && wrong != null) {
      throw wrong;
    }
    return count == 1 ? found : outer;
  }

  private T only(JsonIn in) {
    try {
      return in.only(reader);
    } catch (UnexpectedEndOfInputException e) {
      throw new JsonMismatch(in.path(), "JSON", "the end of the answer in the middle of a value");
    } catch (JacksonException e) {
      throw new JsonMismatch(in.path(), "JSON", "text that is not JSON: " + words(e));
    } catch (JsonMismatch e) {
      throw e;
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      // A constructor of the user's that has rules of its own.
      throw new JsonMismatch(in.path(), "a value that its constructor accepts", String.valueOf(e));
    }
  }

  /** What Jackson says, without the names of its settings. */
  private static String words(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).replaceAll(",? ?from `[^`]*`", "");
  }
}
