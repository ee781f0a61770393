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

  private ErrorBodyReader() {}

  /** Reads a body, which may be anything. */
  public static ErrorBody read(String text) {
    Object document;
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      document = Json.read(bytes, 0, bytes.length);
    } catch (JacksonException e) {
      return plain(text);
    }
    if (document instanceof List<?> list && !list.isEmpty()) {
      // Gemini wraps its error in an array.
      document = list.get(0);
    }
    if (document instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    return plain(document == null ? "" : document.toString());
  }

  private static ErrorBody ofMap(Map<?, ?> map) {
    if (map.get("error") instanceof Map<?, ?> error) {
      return ofFields(error, null);
    }
    if (map.get("error") instanceof String error) {
      // {"error":"code","message":"…"} or {"error":"a sentence"}
      boolean hasMessage = map.get("message") instanceof String;
      return hasMessage ? ofFields(map, error) : simple(error, map);
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
    if (map.get("x_groq") instanceof Map<?, ?> groq && groq.get("error") != null) {
      return ofMap(groq);
    }
    return ofFields(map, null);
  }

  private static ErrorBody ofFields(Map<?, ?> error, @Nullable String code) {
    Map<?, ?> context = error.get("context") instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> metadata = error.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
    String wireCode = text(error.get("code"));
    String message = text(error.get("message"));
    if (message == null && error.get("msg") != null) {
      message = text(error.get("msg"));
    }
    String detail = text(error.get("detail"));
    if (message == null) {
      message = detail;
    }
    List<String> suggestions = new ArrayList<>();
    if (error.get("suggestions") instanceof List<?> list) {
      list.forEach(suggestion -> suggestions.add(String.valueOf(suggestion)));
    }
    Duration retryAfter = seconds(context.get("retry_after"));
    return new ErrorBody(
        status(error.get("status")),
        wireCode == null ? code : wireCode,
        text(error.get("type")),
        orUnnamed(message),
        text(error.get("request_id")),
        retryAfter == null ? seconds(error.get("retry_after")) : retryAfter,
        suggestions,
        field(error),
        first(text(context.get("provider_error_message")), text(metadata.get("raw"))));
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
        List.of(),
        fields,
        null);
  }

  private static ErrorBody simple(String message, Map<?, ?> around) {
    return new ErrorBody(
        0,
        text(around.get("code")),
        text(around.get("type")),
        orUnnamed(message),
        text(around.get("request_id")),
        seconds(around.get("retry_after")),
        List.of(),
        List.of(),
        null);
  }

  private static ErrorBody plain(String text) {
    return new ErrorBody(
        0, null, null, orUnnamed(withoutTags(text)), null, null, List.of(), List.of(), null);
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

  private static String orUnnamed(@Nullable String message) {
    return message == null || message.isBlank() ? "The server gave no reason." : message;
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

  private static @Nullable Duration seconds(@Nullable Object value) {
    if (value instanceof Number number && number.doubleValue() > 0) {
      return Duration.ofMillis((long) Math.min(1e12, number.doubleValue() * 1_000));
    }
    return null;
  }
}
