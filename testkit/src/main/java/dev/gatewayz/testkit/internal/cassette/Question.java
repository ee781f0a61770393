package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonText;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is compared of a request. Two requests that mean the same have equal questions: headers,
 * white space and the order of members do not count, nor does what is drawn anew for every call
 * (fences of untrusted text, ids of tool calls, boundaries of parts).
 *
 * @param method in capitals
 * @param target path and query
 * @param body JSON in its canonical form, or the bytes in Base64, or empty
 */
public record Question(String method, String target, String body) {
  private static final Pattern FENCE = Pattern.compile("(</?untrusted:)[0-9a-f]{8,}>");
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  /** The question of a request. */
  public static Question of(
      String method, String target, String contentType, byte[] body, Redaction redaction) {
    return new Question(
        method, redaction.text(target), body.length == 0 ? "" : text(contentType, body, redaction));
  }

  private static String text(String contentType, byte[] body, Redaction redaction) {
    try {
      JsonValue json = redaction.json(JsonValue.parse(body));
      return JsonText.canonical(new Stable().of("", json));
    } catch (IllegalArgumentException e) {
      String bytes = new String(body, StandardCharsets.ISO_8859_1);
      Matcher boundary = BOUNDARY.matcher(contentType);
      String stable = boundary.find() ? bytes.replace(boundary.group(1), "boundary") : bytes;
      return Base64.getMimeEncoder(76, new byte[] {'\n'})
          .encodeToString(redaction.text(stable).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** The body as JSON, if it is. */
  public Optional<JsonValue> json() {
    try {
      return Optional.of(
          JsonValue.parse(JsonText.fromReadable(body).getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same as somebody may have laid it out by hand. */
  Question canonical() {
    return json().map(json -> new Question(method, target, JsonText.canonical(json))).orElse(this);
  }

  /** Replaces what is drawn anew for every call. */
  private static final class Stable {
    private final Map<String, String> ids = new HashMap<>();

    JsonValue of(String name, JsonValue value) {
      return switch (value.kind()) {
        case OBJECT -> {
          Map<String, JsonValue> members = new LinkedHashMap<>();
          value
              .members()
              .forEach(
                  (key, member) ->
                      members.put(key, of(name.isEmpty() ? key : name + "/" + key, member)));
          yield JsonValue.ofMembers(members);
        }
        case LIST -> JsonValue.ofItems(value.items().stream().map(item -> of(name, item)).toList());
        case TEXT -> JsonValue.ofText(text(name, value.text().orElseThrow()));
        default -> value;
      };
    }

    private String text(String name, String text) {
      if (name.equals("messages/tool_call_id") || name.equals("messages/tool_calls/id")) {
        return ids.computeIfAbsent(text, id -> "call-" + (ids.size() + 1));
      }
      return FENCE.matcher(text).replaceAll("$1x>");
    }
  }
}
