package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.syntax.Blank;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Writes what a model has said in the form in which servers take it back, strict ones too: no blank
 * words beside tool calls, arguments that are a JSON object.
 */
final class AssistantJson {
  private static final Pattern NO_NAME = Pattern.compile("[^a-zA-Z0-9_.:/-]");

  private AssistantJson() {}

  /** What the model has said; its words of a refusal if there are no others. */
  static @Nullable String words(AssistantMessage message) {
    String content = message.content();
    if (content != null && !Blank.is(content)) {
      return content;
    }
    boolean callsTools = !message.toolCalls().isEmpty();
    return message.refusal() == null && !callsTools ? content : message.refusal();
  }

  /** Writes the members behind the content: tool calls and thoughts, a comma before each. */
  static void rest(AssistantMessage message, JsonBytes out) {
    List<ToolCall> calls = message.toolCalls();
    if (!calls.isEmpty()) {
      out.raw(",\"tool_calls\":[");
      for (int i = 0; i < calls.size(); i++) {
        out.raw(i == 0 ? "" : ",");
        toolCall(calls.get(i), out);
      }
      out.raw(']');
    }
    members(message.reasoningMembers(), out);
  }

  private static void toolCall(ToolCall call, JsonBytes out) {
    out.raw("{\"id\":")
        .string(call.id())
        .raw(",\"type\":\"function\",\"function\":{\"name\":")
        .string(name(call.name()))
        .raw(",\"arguments\":")
        .string(arguments(call.arguments()))
        .raw('}');
    members(call.extra(), out);
    out.raw('}');
  }

  /** What a model made up may be no name that servers take back. */
  private static String name(String written) {
    String name = NO_NAME.matcher(written).replaceAll("_");
    return name.isEmpty() ? "unnamed" : name;
  }

  private static void members(Map<String, String> members, JsonBytes out) {
    members.forEach((name, json) -> out.raw(',').string(name).raw(':').raw(json));
  }

  /**
   * Arguments as an object: none if the model wrote nothing, and what is no object, which the model
   * has been told, as the text in one.
   */
  private static String arguments(String written) {
    if (Blank.is(written) || written.strip().equals("null")) {
      return "{}";
    }
    return isObject(written)
        ? written
        : new JsonBytes(written.length() + 16)
            .raw("{\"arguments\":")
            .string(written)
            .raw('}')
            .toString();
  }

  private static boolean isObject(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try {
      return Json.read(bytes, 0, bytes.length) instanceof Map<?, ?>;
    } catch (JacksonException e) {
      return false;
    }
  }
}
