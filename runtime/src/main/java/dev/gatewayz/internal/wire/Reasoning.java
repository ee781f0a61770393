package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonCopy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members in which servers send the thoughts of a model and the signatures that vouch for them.
 * Whoever sends them wants them back, in the same member and unchanged; nobody else understands
 * them.
 */
public final class Reasoning {
  /** Of a message, as text. The first that is there is what users see. */
  static final String CONTENT = "reasoning_content";

  static final String TEXT = "reasoning";

  /** Of a message, as any JSON. */
  static final Set<String> RAW = Set.of("reasoning_details", "thinking_blocks", "extra_content");

  /** Of a tool call, as any JSON. */
  static final Set<String> OF_TOOL_CALL = Set.of("extra_content", "provider_specific_fields");

  /** All of a message, in the order in which they are written. */
  static final List<String> OF_MESSAGE =
      List.of(CONTENT, TEXT, "reasoning_details", "thinking_blocks", "extra_content");

  private Reasoning() {}

  /** Whether such a member may stand in bytes of JSON. */
  public static boolean mayBeIn(byte[] json, int start, int end) {
    String text = new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    return OF_MESSAGE.stream().anyMatch(name -> text.contains('"' + name + '"'))
        || OF_TOOL_CALL.stream().anyMatch(name -> text.contains('"' + name + '"'));
  }

  /** Writes an array of messages without these members; all else stays. */
  public static void writeWithout(byte[] messages, int offset, int length, JsonBytes out) {
    try (JsonParser in = Json.parser(messages, offset, length)) {
      in.nextToken();
      out.raw('[');
      String comma = "";
      while (in.nextToken() != JsonToken.END_ARRAY) {
        out.raw(comma);
        comma = ",";
        message(in, out);
      }
      out.raw(']');
    }
  }

  private static void message(JsonParser in, JsonBytes out) {
    out.raw('{');
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      if (OF_MESSAGE.contains(name)) {
        in.skipChildren();
        continue;
      }
      out.name(name);
      if (name.equals("tool_calls") && token == JsonToken.START_ARRAY) {
        toolCalls(in, out);
      } else {
        JsonCopy.value(in, out);
      }
    }
    out.raw('}');
  }

  private static void toolCalls(JsonParser in, JsonBytes out) {
    out.raw('[');
    String comma = "";
    while (in.nextToken() != JsonToken.END_ARRAY) {
      out.raw(comma).raw('{');
      comma = ",";
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        in.nextToken();
        if (OF_TOOL_CALL.contains(name)) {
          in.skipChildren();
        } else {
          out.name(name);
          JsonCopy.value(in, out);
        }
      }
      out.raw('}');
    }
    out.raw(']');
  }
}
