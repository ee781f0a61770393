package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonText;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Whether two answers say the same: ids, dates, durations and the cut of a stream do not count. */
final class SameAnswer {
  private static final Pattern VOLATILE =
      Pattern.compile(
          ".*/(?:id|[a-z_]*request_id|created|created_at|timestamp|system_fingerprint|[a-z_]*_ms"
              + "|[a-z_]*_time|[a-z_]*latency[a-z_]*)");

  private static final Pattern GROWING = Pattern.compile(".*/(?:delta/.*|delta|text)");

  private SameAnswer() {}

  static boolean says(Response one, Response other) {
    return one.status() == other.status()
        && one.headers().equals(other.headers())
        && content(one).equals(content(other));
  }

  /** Whether the texts at a place are parts of one, in a stream. */
  static boolean isGrowing(String pointer) {
    return GROWING.matcher(pointer).matches() && !VOLATILE.matcher(pointer).matches();
  }

  /** A place in a stream: choices and tool calls are told apart by the numbers they give. */
  static String place(JsonValue json, String pointer) {
    Optional<Number> choice = json.at("/choices/0/index").number();
    Optional<Number> call = json.at("/choices/0/delta/tool_calls/0/index").number();
    return choice + " " + call + " " + pointer;
  }

  private static Map<String, String> content(Response response) {
    Map<String, String> content = new TreeMap<>();
    for (Piece piece : response.pieces()) {
      String text = piece.text();
      Optional<JsonValue> json = EventText.json(text);
      if (json.isEmpty() && !text.startsWith(":")) {
        content.merge("", text, String::concat);
      }
      json.ifPresent(
          value -> Texts.visit(value, (pointer, leaf) -> add(content, value, pointer, leaf)));
    }
    return content;
  }

  private static void add(
      Map<String, String> content, JsonValue json, String pointer, JsonValue leaf) {
    if (VOLATILE.matcher(pointer).matches()) {
      return;
    }
    if (isGrowing(pointer) && leaf.text().isPresent()) {
      content.merge(place(json, pointer), leaf.text().orElseThrow(), String::concat);
    } else {
      content.put(place(json, pointer), JsonText.compact(leaf));
    }
  }
}
