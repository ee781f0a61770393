package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Tells an error from what keeps a connection alive, where a document has neither choices nor an
 * {@code error} that says so.
 */
final class ErrorSigns {
  private static final List<String> SENTENCES = List.of("message", "msg");

  /** Enough by themselves. */
  private static final List<String> COMPLAINTS =
      List.of("detail", "errors", "error_message", "errorMessage", "error_msg", "exception");

  private static final List<String> OTHER_ANSWERS =
      List.of("content", "message", "output", "candidates", "result");

  private static final Set<String> FAILED = Set.of("error", "failed", "failure", "fail");
  private static final Set<String> GOOD = Set.of("", "0", "ok", "success", "200");

  private ErrorSigns() {}

  /** Whether the value at which {@code in} stands says anything; it is gone behind. */
  static boolean saysSomething(JsonParser in) {
    return saysSomething(Json.value(in));
  }

  private static boolean saysSomething(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(ErrorSigns::saysSomething);
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(ErrorSigns::saysSomething);
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    return value instanceof String text ? !text.isBlank() : Boolean.TRUE.equals(value);
  }

  /** Whether the members of a document, each value as JSON text, are those of an error. */
  static boolean areIn(Map<String, String> members) {
    if (members.isEmpty()) {
      return false;
    }
    return COMPLAINTS.stream().anyMatch(name -> saysSomething(value(members, name)))
        || Boolean.FALSE.equals(value(members, "success"))
        || isNamedError(value(members, "type"))
        || isBadStatus(value(members, "status"))
        || isBadStatus(value(members, "status_code"))
        || isBadStatus(value(members, "statusCode"))
        || (isBadCode(value(members, "code"))
            && SENTENCES.stream().anyMatch(name -> saysSomething(value(members, name))))
        // MiniMax
        || (value(members, "base_resp") instanceof Map<?, ?> base
            && isBadCode(base.get("status_code")));
  }

  /** Whether these are members of what Anthropic, Gemini, Ollama or OpenAI answer elsewhere. */
  static boolean areOfOtherApi(Map<String, String> members) {
    return OTHER_ANSWERS.stream()
        .map(name -> value(members, name))
        .anyMatch(value -> value instanceof Map<?, ?> || value instanceof List<?>);
  }

  private static @Nullable Object value(Map<String, String> members, String name) {
    String json = members.get(name);
    if (json == null) {
      return null;
    }
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Json.read(bytes, 0, bytes.length);
  }

  private static boolean isNamedError(@Nullable Object type) {
    String name = type instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    return name.contains("error") || name.contains("exception");
  }

  private static boolean isBadStatus(@Nullable Object status) {
    return StatusText.of(status) > 0
        || (status instanceof String text && FAILED.contains(text.toLowerCase(Locale.ROOT)));
  }

  private static boolean isBadCode(@Nullable Object code) {
    if (code instanceof Number number) {
      int value = number.intValue();
      return value != 0 && (value < 200 || value > 299);
    }
    return code instanceof String text && !GOOD.contains(text.toLowerCase(Locale.ROOT));
  }
}
