package dev.gatewayz.codegen;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.answer.AnswerEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
public final class AnswerType<T> {

  /** The text itself. */
  public static final AnswerType<String> TEXT = new AnswerType<>(null);

  private final JsonIn.@Nullable Reader<T> reader;

  private AnswerType(JsonIn.@Nullable Reader<T> reader) {
    this.reader = reader;
  }

  /**
   * {@return a value that is read from JSON}
   *
   * @param <T> the type of the value
   * @param reader reads it
   */
  public static <T> AnswerType<T> of(JsonIn.Reader<T> reader) {
    return new AnswerType<>(reader);
  }

  /** Reads a value out of its text. */
  T read(String text) {
    JsonIn.Reader<T> typed = reader;
    if (typed == null) {
      return untyped(text);
    }
    try {
      return AnswerDocument.readOrInside(text, false, typed);
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
        add(values, AnswerDocument.readOrInside(json, true, reader));
      } catch (JsonMismatch e) {
        T value = enclosed(json, reader);
        if (value != null) {
          add(values, value);
        } else if (json.length() > longest) {
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

  private static <T> void add(List<T> values, T value) {
    if (values.stream().noneMatch(other -> Objects.deepEquals(other, value))) {
      values.add(value);
    }
  }

  /** The value in an envelope; {@code null} if there is none. */
  private static <T> @Nullable T enclosed(String json, JsonIn.Reader<T> reader) {
    String inside = Envelope.inside(json);
    try {
      return inside == null ? null : AnswerDocument.read(inside, true, reader);
    } catch (JsonMismatch e) {
      return null;
    }
  }

  @SuppressWarnings("unchecked") // Only TEXT has no reader.
  private T untyped(String text) {
    return (T) text;
  }

  /**
   * Reads the first choice of an answer that must have ended well.
   *
   * @throws AnswerRefusedException if the model refuses, or a filter stopped it
   * @throws AnswerTruncatedException if the answer was cut
   * @throws AnswerFormatException if it is no such value
   */
  T of(ChatCompletion answer, Supplier<CallInfo> call) {
    return reader == null ? text(answer, false, call) : value(answer, call);
  }

  /** As {@link #of}, but text that breaks off is read, too. */
  T evenTruncated(ChatCompletion answer, Supplier<CallInfo> call) {
    return reader == null ? text(answer, true, call) : value(answer, call);
  }

  /** As {@link #of}, but text is read however it ended: the caller sees the reason. */
  T shown(ChatCompletion answer, Supplier<CallInfo> call) {
    return reader == null ? untyped(answer.text()) : value(answer, call);
  }

  private T text(ChatCompletion answer, boolean acceptsTruncated, Supplier<CallInfo> call) {
    GatewayzException flaw = end(answer).flawOfText(acceptsTruncated, call);
    if (flaw != null) {
      throw flaw;
    }
    return untyped(answer.text());
  }

  private T value(ChatCompletion answer, Supplier<CallInfo> call) {
    AnswerEnd end = end(answer);
    GatewayzException flaw = end.flaw(false, call);
    if (flaw != null && !end.mayBeWhole()) {
      throw flaw;
    }
    try {
      return read(answer.text());
    } catch (JsonMismatch e) {
      if (flaw != null) {
        throw flaw;
      }
      throw new AnswerFormatException(call.get(), e.flaw(), answer.text(), answer.usage());
    }
  }

  private static AnswerEnd end(ChatCompletion answer) {
    Choice choice = answer.choices().get(0);
    String thoughts = choice.message().reasoning();
    return new AnswerEnd(
        answer.text(),
        choice.finishReasonText(),
        choice.message().refusal(),
        thoughts != null && !thoughts.isBlank(),
        answer.usage());
  }

  /**
   * Reads a whole answer that has ended well.
   *
   * @throws AnswerFormatException if it is no such value
   */
  T whole(String text, @Nullable Usage usage, CallInfo call) {
    try {
      return read(text);
    } catch (JsonMismatch e) {
      throw new AnswerFormatException(call, e.flaw(), text, usage);
    }
  }

  /**
   * Reads an element of a list.
   *
   * @throws AnswerFormatException if it is no such value
   */
  T element(String json, int index, Supplier<CallInfo> call) {
    try {
      return read(json);
    } catch (JsonMismatch e) {
      throw new AnswerFormatException(call.get(), e.in("[" + index + "]").flaw(), json, null);
    }
  }
}
