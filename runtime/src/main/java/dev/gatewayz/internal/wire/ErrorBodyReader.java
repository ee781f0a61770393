package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads error bodies. Gatewayz and the servers behind it send eight shapes: an envelope with or
 * without code and status, a number for a code, a bare text for the error, FastAPI's {@code detail}
 * as text, object or list, a flat object, and what proxies write, which is HTML, plain text or
 * nothing.
 */
public final class ErrorBodyReader {
  private static final int MAX_TEXT = 500;
  private static final String NO_REASON = "The server gave no reason.";

  private final String raw;

  private ErrorBodyReader(String raw) {
    this.raw = raw;
  }

  /** Reads a body, which may be anything. */
  public static ErrorBody read(String text) {
    @Nullable Object document;
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      document = Json.read(bytes, 0, bytes.length);
    } catch (JacksonException e) {
      return plain(text);
    }
    @Nullable Object first = document;
    if (document instanceof List<?> list && !list.isEmpty()) {
      // Gemini wraps its error in an array.
      first = list.get(0);
    }
    if (first instanceof Map<?, ?> map) {
      return new ErrorBodyReader(text).ofMap(map);
    }
    if (document instanceof List<?> list) {
      return ErrorBody.of(excerpt(text, list));
    }
    return plain(document instanceof String sentence ? sentence : text);
  }

  /**
   * Reads an error that one program has put into the text of another, as JSON or as Python prints
   * it, whole or cut; {@code null} if there is none.
   */
  public static @Nullable ErrorBody readEmbedded(String text) {
    Map<?, ?> map = PythonValue.object(text);
    return map == null || map.isEmpty() ? null : new ErrorBodyReader(text).ofMap(map);
  }

  private ErrorBody ofMap(Map<?, ?> map) {
    Object error = map.get("error");
    if (error instanceof Map<?, ?> fields) {
      boolean isWrapped = fields.get("error") instanceof Map && !fields.containsKey("message");
      return isWrapped ? ofMap(fields) : ofFields(fields, null);
    }
    if (error instanceof String text) {
      // {"error":"code","message":"…"} or {"error":"a sentence"}
      boolean hasMessage = map.get("message") instanceof String;
      return hasMessage ? ofFields(map, text) : simple(text, map);
    }
    Object detail = map.get("detail");
    if (detail instanceof String text) {
      return simple(text, map);
    }
    if (detail instanceof Map<?, ?> fields) {
      return fields.get("error") instanceof Map<?, ?> ? ofMap(fields) : ofFields(fields, null);
    }
    if (detail instanceof List<?> complaints) {
      return ofComplaints(complaints);
    }
    if (map.get("message") instanceof Map<?, ?> inner) {
      return ofMap(inner);
    }
    if (map.get("x_groq") instanceof Map<?, ?> groq && groq.get("error") != null) {
      return ofMap(groq);
    }
    return ofFields(map, null);
  }

  private ErrorBody ofFields(Map<?, ?> error, @Nullable String code) {
    Map<?, ?> context = map(error.get("context"));
    Map<?, ?> metadata = map(error.get("metadata"));
    String wireCode = text(error.get("code"));
    String detail = text(error.get("detail"));
    String message = first(text(error.get("message")), first(text(error.get("msg")), detail));
    String request = ofRequest(context);
    List<String> suggestions = new ArrayList<>();
    if (request == null && error.get("suggestions") instanceof List<?> list) {
      list.forEach(suggestion -> suggestions.add(String.valueOf(suggestion)));
    }
    Duration retryAfter = seconds(context.get("retry_after"));
    return new ErrorBody(
        status(error.get("status")),
        wireCode == null ? code : wireCode,
        text(error.get("type")),
        request == null ? orExcerpt(message, error) : request,
        request == null ? detail : null,
        text(error.get("request_id")),
        retryAfter == null ? wait(error) : retryAfter,
        text(context.get("limit_type")),
        suggestions,
        field(error),
        first(text(context.get("provider_error_message")), text(metadata.get("raw"))));
  }

  /**
   * What was wrong in truth: Gatewayz makes a wrong value of a parameter {@code request} of each
   * error that is but a text.
   */
  private static @Nullable String ofRequest(Map<?, ?> context) {
    boolean isText =
        "request".equals(context.get("parameter_name"))
            && context.get("parameter_value") instanceof String text
            && !text.isBlank();
    return isText ? text(context.get("parameter_value")) : null;
  }

  private static List<String> field(Map<?, ?> error) {
    String field = first(text(error.get("param")), text(error.get("field")));
    return field == null ? List.of() : List.of(field);
  }

  private static ErrorBody ofComplaints(List<?> complaints) {
    List<String> fields = new ArrayList<>();
    for (Object complaint : complaints) {
      if (complaint instanceof Map<?, ?> map) {
        StringBuilder where = new StringBuilder();
        if (map.get("loc") instanceof List<?> path) {
          path.forEach(step -> where.append(where.length() == 0 ? "" : ".").append(step));
        }
        fields.add(where + ": " + text(map.get("msg")));
      }
    }
    return new ErrorBody(
        0,
        null,
        "validation_error",
        fields.isEmpty() ? "The request is not valid." : String.join("; ", fields),
        null,
        null,
        null,
        null,
        List.of(),
        fields,
        null);
  }

  private ErrorBody simple(String message, Map<?, ?> around) {
    return new ErrorBody(
        0,
        text(around.get("code")),
        text(around.get("type")),
        orExcerpt(message, around),
        null,
        text(around.get("request_id")),
        seconds(around.get("retry_after")),
        null,
        List.of(),
        List.of(),
        null);
  }

  private static ErrorBody plain(String text) {
    String words = withoutTags(text);
    return ErrorBody.of(words.isBlank() || words.equals("null") ? NO_REASON : words);
  }

  /** The words of an HTML page, or the text itself. */
  private static String withoutTags(String text) {
    StringBuilder words = new StringBuilder();
    boolean inTag = false;
    boolean space = false;
    for (int i = 0; i < text.length() && words.length() < MAX_TEXT; i++) {
      char c = text.charAt(i);
      if (c == '<') {
        inTag = true;
      } else if (c == '>' && inTag) {
        inTag = false;
        space = true;
      } else if (!inTag) {
        if (Character.isWhitespace(c)) {
          space = true;
        } else {
          if (space && words.length() > 0) {
            words.append(' ');
          }
          space = false;
          words.append(c);
        }
      }
    }
    return words.toString();
  }

  private String orExcerpt(@Nullable String message, Map<?, ?> around) {
    return message == null || message.isBlank() ? excerpt(raw, around) : message;
  }

  /** The beginning of a document in which no reason is found, if it says anything. */
  private static String excerpt(String raw, Object document) {
    if (!saysSomething(document)) {
      return NO_REASON;
    }
    String text = raw.strip();
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  private static boolean saysSomething(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(ErrorBodyReader::saysSomething);
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(ErrorBodyReader::saysSomething);
    }
    return value != null && !value.toString().isBlank();
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value == null || value instanceof Map || value instanceof List) {
      return null;
    }
    return value.toString();
  }

  private static int status(@Nullable Object value) {
    if (value instanceof Number number && number.intValue() >= 400 && number.intValue() <= 599) {
      return number.intValue();
    }
    return 0;
  }

  /** Of {@code retry_after}, or of the {@code RetryInfo} among Google's details. */
  private static @Nullable Duration wait(Map<?, ?> error) {
    Duration wait = seconds(error.get("retry_after"));
    if (wait == null && error.get("details") instanceof List<?> details) {
      for (Object detail : details) {
        Object delay = map(detail).get("retryDelay");
        Object number = delay instanceof Map<?, ?> parts ? parts.get("seconds") : delay;
        Duration seconds =
            number instanceof String text && text.endsWith("s")
                ? seconds(text.substring(0, text.length() - 1))
                : seconds(number);
        wait = wait == null ? seconds : wait;
      }
    }
    return wait;
  }

  private static @Nullable Duration seconds(@Nullable Object value) {
    String digits = String.valueOf(value);
    double seconds =
        value instanceof Number number
            ? number.doubleValue()
            : digits.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(digits) : 0;
    return seconds > 0 ? Duration.ofMillis((long) Math.min(1e12, seconds * 1_000)) : null;
  }
}
