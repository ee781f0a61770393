package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the calls of tools that a message asks for, whole or in part. */
final class ToolCallReader {
  private ToolCallReader() {}

  /** Several calls, or a single one that some servers put there; into {@code choice}. */
  static void readAll(JsonParser in, JsonToken token, ChoiceFields choice) {
    if (token == JsonToken.START_OBJECT) {
      choice.toolCalls.add(toolCall(in));
      return;
    }
    if (Tolerant.isOther(in, token, JsonToken.START_ARRAY)) {
      return;
    }
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
        continue;
      }
      choice.toolCalls.add(toolCall(in));
    }
  }

  private static ToolCallDelta toolCall(JsonParser in) {
    ToolCallDelta.Builder call = ToolCallDelta.builder();
    Map<String, String> extra = Map.of();
    String tool = null;
    String arguments = null;
    boolean hasFunction = false;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      switch (name) {
        case "index" -> {
          Long number = Tolerant.numberOrNull(in, token);
          call.index(number == null ? null : (Integer) number.intValue());
        }
        case "id" -> call.id(Tolerant.text(in, token));
        case "function" -> {
          hasFunction |= token == JsonToken.START_OBJECT;
          function(in, token, call);
        }
        // Workers AI has no object around them.
        case "name" -> tool = Tolerant.text(in, token);
        case "arguments", "parameters" -> arguments = json(in, token);
        case "extra_content", "provider_specific_fields" -> {
          extra = new LinkedHashMap<>(extra);
          Tolerant.keep(name, in, token, extra);
        }
        default -> in.skipChildren();
      }
    }
    if (!hasFunction) {
      call.name(tool).arguments(arguments);
    }
    return call.extra(extra).build();
  }

  /** The one call that there could be before there were several. */
  static List<ToolCallDelta> readOldest(JsonParser in, JsonToken token) {
    if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
      return List.of();
    }
    ToolCallDelta.Builder call = ToolCallDelta.builder();
    function(in, token, call);
    return List.of(call.build());
  }

  private static void function(JsonParser in, JsonToken token, ToolCallDelta.Builder call) {
    if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
      return;
    }
    String arguments = null;
    String parameters = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "name" -> call.name(Tolerant.text(in, token));
        case "arguments" -> arguments = json(in, token);
        // Llama calls them so, and some servers pass on what it writes.
        case "parameters" -> parameters = json(in, token);
        default -> in.skipChildren();
      }
    }
    call.arguments(arguments == null ? parameters : arguments);
  }

  /** Arguments are JSON as text; some servers send the JSON itself. */
  private static @Nullable String json(JsonParser in, JsonToken token) {
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL) {
      return Tolerant.text(in, token);
    }
    JsonBytes out = new JsonBytes(64);
    JsonCopy.value(in, out);
    return out.toString();
  }
}
