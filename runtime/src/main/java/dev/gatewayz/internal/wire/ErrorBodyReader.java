package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads error bodies. Gatewayz and the servers behind it send nine shapes: an envelope with or
 * without code and status, a number for a code, a bare text for the error, FastAPI's {@code detail}
 * as text, object or list, a flat object, a list of errors, and what proxies write, which is HTML,
 * plain text or nothing.
 */
public final class ErrorBodyReader {
  private static final int MAX_TEXT = 500;

  /** One of these is in each error that one program passes on to another. */
  private static final List<String> SAYS =
      List.of("error", "message", "detail", "errors", "msg", "type");

  /** What holds the sentence of an error, most likely first. */
  private static final List<String> MESSAGES =
      List.of(
          "message",
          "msg",
          "detail",
          "error_message",
          "errorMessage",
          "error_description",
          "Message",
          "status_msg",
          "error_msg",
          "exception",
          "reason",
          "title");

  /** The same, where {@code error} itself is a text. */
  private static final List<String> BESIDE_ERROR =
      List.of("message", "msg", "error_message", "error_description");

  private static final List<String> WAITS =
      List.of("retry_after", "retryAfter", "retry_after_seconds", "estimated_time");

  private static final List<String> STATUSES = List.of("status", "status_code", "statusCode");

  /** Of a page: what is for the browser alone, remarks, and tags. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<(style|script)\\b.*?(?:</\\1\\s*>|$)|<!--.*?(?:-->|$)|</?[a-z!][^>]*(?:>|$)|&nbsp;",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern SPACE = Pattern.compile("\\s+");

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
    return map != null && SAYS.stream().anyMatch(map::containsKey)
        ? new ErrorBodyReader(text).ofMap(map)
        : null;
  }

  private ErrorBody ofMap(Map<?, ?> map) {
    if (map.get("loc") instanceof List && map.get("msg") instanceof String) {
      return ofComplaints(List.of(map));
    }
    if (map.get("choices") instanceof List<?> choices
        && !choices.isEmpty()
        && choices.get(0) instanceof Map<?, ?> choice
        && !saysSomething(map.get("error"))) {
      return ofChoice(choice);
    }
    Object error = map.get("error");
    if (error instanceof Map<?, ?> fields) {
      boolean isWrapped = fields.get("error") instanceof Map && !fields.containsKey("message");
      ErrorBody inside = isWrapped ? ofMap(fields) : ofFields(fields, null);
      return inside.inside(simple(inside.message(), map));
    }
    if (error instanceof String text) {
      // {"error":"code","message":"…"} or {"error":"a sentence"}
      boolean hasMessage = sentence(map, BESIDE_ERROR) != null;
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
    if (map.get("base_resp") instanceof Map<?, ?> base) {
      return ofFields(base, text(base.get("status_code")));
    }
    Object several = error instanceof List ? error : map.get("errors");
    if (several instanceof List<?> list && !list.isEmpty() && sentence(map, MESSAGES) == null) {
      // Cloudflare and others list what is wrong.
      return list.get(0) instanceof Map<?, ?> first ? ofMap(first) : simple(joined(list), map);
    }
    return ofFields(map, null);
  }

  /** What OpenRouter says where the provider fails in the middle of an answer. */
  private ErrorBody ofChoice(Map<?, ?> choice) {
    return choice.get("error") == null
        ? ErrorBody.of("The provider failed in the middle of the answer.")
        : ofMap(choice);
  }

  private ErrorBody ofFields(Map<?, ?> error, @Nullable String code) {
    if (error.get("message") instanceof Map<?, ?> inner && !inner.isEmpty()) {
      return ofMap(inner);
    }
    Map<?, ?> context = map(error.get("context"));
    ErrorMetadata metadata = ErrorMetadata.of(error.get("metadata"));
    String wireCode = first(text(error.get("code")), text(error.get("error_code")));
    String detail = text(error.get("detail"));
    String message = sentence(error, MESSAGES);
    String request = ofRequest(context);
    List<String> suggestions = new ArrayList<>();
    if (request == null && error.get("suggestions") instanceof List<?> list) {
      list.forEach(suggestion -> suggestions.add(String.valueOf(suggestion)));
    }
    Duration retryAfter = seconds(context.get("retry_after"));
    return new ErrorBody(
        status(error),
        wireCode == null ? code : wireCode,
        type(error),
        request == null ? orExcerpt(message, error) : request,
        request == null ? detail : null,
        text(error.get("request_id")),
        retryAfter == null ? wait(error) : retryAfter,
        text(context.get("limit_type")),
        suggestions,
        field(error),
        first(text(context.get("provider_error_message")), metadata.words()),
        metadata.provider(),
        metadata.resetsAt());
  }

  private static @Nullable String type(Map<?, ?> error) {
    String type = first(text(error.get("type")), text(error.get("error_type")));
    return type == null ? text(error.get("__type")) : type;
  }

  /** The sentence of an error that is an object inside of another. */
  static String messageOf(Map<?, ?> error) {
    return new ErrorBodyReader(String.valueOf(error)).ofMap(error).message();
  }

  /** The first of these members that says anything. */
  private static @Nullable String sentence(Map<?, ?> error, List<String> names) {
    for (String name : names) {
      Object value = error.get(name);
      String text = value instanceof List<?> list ? joined(list) : text(value);
      if (text != null && !text.isBlank()) {
        return isPage(text) ? withoutTags(text) : text;
      }
    }
    return null;
  }

  private static String joined(List<?> sentences) {
    return sentences.stream()
        .filter(sentence -> sentence instanceof String)
        .map(String::valueOf)
        .collect(Collectors.joining("; "));
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
      } else if (complaint instanceof String sentence) {
        fields.add(sentence);
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
        null,
        null,
        null);
  }

  private ErrorBody simple(String message, Map<?, ?> around) {
    return new ErrorBody(
        status(around),
        text(around.get("code")),
        type(around),
        orExcerpt(isPage(message) ? withoutTags(message) : message, around),
        null,
        text(around.get("request_id")),
        wait(around),
        null,
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static ErrorBody plain(String text) {
    String words = withoutTags(text);
    return ErrorBody.of(words.isBlank() || words.equals("null") ? NO_REASON : words);
  }

  private static boolean isPage(String text) {
    return text.regionMatches(true, 0, "<html", 0, 5) || text.regionMatches(true, 0, "<!doc", 0, 5);
  }

  /** The words of an HTML page, or the text itself. */
  private static String withoutTags(String text) {
    String words = UNSEEN.matcher(text).replaceAll(" ");
    words = SPACE.matcher(words).replaceAll(" ").strip();
    words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return words.substring(0, Math.min(MAX_TEXT, words.length()));
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

  private static int status(Map<?, ?> error) {
    for (String name : STATUSES) {
      int status = StatusText.of(error.get(name));
      if (status > 0) {
        return status;
      }
    }
    return 0;
  }

  /** Of the members that are made for it, or of the {@code RetryInfo} among Google's details. */
  private static @Nullable Duration wait(Map<?, ?> error) {
    for (String name : WAITS) {
      Duration wait = seconds(error.get(name));
      if (wait != null) {
        return wait;
      }
    }
    Duration millis = seconds(error.get("retry_after_ms"));
    if (millis != null) {
      return millis.dividedBy(1_000);
    }
    if (error.get("details") instanceof List<?> details) {
      for (Object detail : details) {
        Object delay = map(detail).get("retryDelay");
        Duration wait = seconds(delay instanceof Map<?, ?> parts ? parts.get("seconds") : delay);
        if (wait != null) {
          return wait;
        }
      }
    }
    return null;
  }

  private static @Nullable Duration seconds(@Nullable Object value) {
    String digits = String.valueOf(value);
    double seconds =
        value instanceof Number number
            ? number.doubleValue()
            : digits.matches("\\d{1,9}(\\.\\d{1,9})?s?")
                ? Double.parseDouble(digits.replace("s", ""))
                : 0;
    return seconds > 0 ? Duration.ofMillis((long) Math.min(1e12, seconds * 1_000)) : null;
  }
}
