package dev.gatewayz.codegen;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.CallInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What generated code makes of an answer: its text, or a value of a type. Stateless and
 * thread-safe.
 *
 * <p>A typed answer is first read as strictly as its schema says. If that fails, it is read once
 * more, leniently: a Markdown fence and words around the JSON are taken off, commas behind a last
 * element dropped, numbers accepted as text, and constants of enums in any case. Values are never
 * invented, and of two answers in one text neither is taken.
 *
 * @param <T> what the method returns
 */
public final class Answer<T> {

  /** The text itself. */
  public static final Answer<String> TEXT = new Answer<>(null);

  private final JsonIn.@Nullable Reader<T> reader;

  private Answer(JsonIn.@Nullable Reader<T> reader) {
    this.reader = reader;
  }

  /** A value that is read from JSON. */
  public static <T> Answer<T> of(JsonIn.Reader<T> reader) {
    return new Answer<>(reader);
  }

  /** Reads a value out of its text. */
  T read(String text) {
    JsonIn.Reader<T> typed = reader;
    if (typed == null) {
      return untyped(text);
    }
    try {
      return JsonIn.document(text, false, typed);
    } catch (JsonMismatch strict) {
      return lenient(text, strict, typed);
    }
  }

  private static <T> T lenient(String text, JsonMismatch strict, JsonIn.Reader<T> reader) {
    List<T> values = new ArrayList<>(1);
    JsonMismatch closest = strict;
    int longest = 0;
    for (String json : JsonRepair.candidates(text)) {
      try {
        values.add(JsonIn.document(json, true, reader));
      } catch (JsonMismatch e) {
        if (json.length() > longest) {
          longest = json.length();
          closest = e;
        }
      }
    }
    if (values.isEmpty()) {
      throw closest;
    }
    if (values.size() > 1) {
      throw new JsonMismatch("", "one answer", "several that differ");
    }
    return values.get(0);
  }

  @SuppressWarnings("unchecked") // Only TEXT has no reader.
  private T untyped(String text) {
    return (T) text;
  }

  /**
   * Reads the first choice of an answer.
   *
   * @throws AnswerRefusedException if the model refuses, and a value was wanted
   * @throws AnswerTruncatedException if it was cut, and a value was wanted
   * @throws AnswerFormatException if it is no such value
   */
  T of(ChatCompletion answer, Supplier<CallInfo> call) {
    String text = answer.text();
    if (reader == null) {
      return read(text);
    }
    Choice choice = answer.choices().get(0);
    String refusal = choice.message().refusal();
    if (refusal != null) {
      throw new AnswerRefusedException(call.get(), refusal, answer.usage());
    }
    if (choice.finish() == FinishReason.CONTENT_FILTER) {
      throw new AnswerRefusedException(
          call.get(), "A content filter stopped the answer.", answer.usage());
    }
    if (choice.finish() == FinishReason.LENGTH) {
      throw new AnswerTruncatedException(call.get(), text, answer.usage());
    }
    try {
      return read(text);
    } catch (JsonMismatch e) {
      throw new AnswerFormatException(
          call.get(), e.path(), e.expected(), e.found(), text, answer.usage());
    }
  }

  /**
   * Reads an element of a list.
   *
   * @throws AnswerFormatException if it is no such value
   */
  T element(String json, int index, CallInfo call) {
    try {
      return read(json);
    } catch (JsonMismatch e) {
      String place = "[" + index + "]";
      throw new AnswerFormatException(
          call,
          e.path().isEmpty() ? place : place + "." + e.path(),
          e.expected(),
          e.found(),
          json,
          null);
    }
  }
}
