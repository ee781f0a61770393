package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Audio;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.File;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Role;
import dev.gatewayz.chat.Text;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads messages in the form in which {@link RequestWriter} writes them. */
public final class MessageReader {
  private MessageReader() {}

  /**
   * Reads an array of messages. Members that are not known are passed over.
   *
   * @throws IllegalArgumentException if this is none, with the place
   */
  public static List<Message> messages(byte[] json, int offset, int length) {
    Object document;
    try {
      document = Json.read(json, offset, length);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The messages are not JSON.", e);
    }
    List<?> elements = list(document, "The messages");
    List<Message> messages = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      String place = "Message " + (i + 1);
      messages.add(placed(object(elements.get(i), place), place));
    }
    return messages;
  }

  /** What the message itself refuses does not say where it is. */
  private static Message placed(Map<?, ?> message, String place) {
    try {
      return message(message, place);
    } catch (IllegalArgumentException e) {
      String what = String.valueOf(e.getMessage());
      throw what.startsWith(place) ? e : new IllegalArgumentException(place + ": " + what, e);
    }
  }

  private static Message message(Map<?, ?> message, String place) {
    Object content = message.get("content");
    return switch (role(message, place)) {
      case SYSTEM -> Message.system(plain(content, place));
      case USER ->
          content instanceof String text
              ? Message.user(text)
              : Message.user(parts(content, place).toArray(ContentPart[]::new));
      case ASSISTANT -> assistant(message, place);
      case TOOL ->
          Message.tool(
              text(message, "tool_call_id", place), content == null ? "" : plain(content, place));
    };
  }

  private static Role role(Map<?, ?> message, String place) {
    String word = text(message, "role", place);
    for (Role role : Role.values()) {
      if (role.wireName().equals(word)) {
        return role;
      }
    }
    if (word.equals("developer")) {
      return Role.SYSTEM;
    }
    throw new IllegalArgumentException(
        place + " has the role \"" + word + "\"; it must be system, user, assistant or tool.");
  }

  private static AssistantMessage assistant(Map<?, ?> message, String place) {
    Object content = message.get("content");
    List<ToolCall> calls = new ArrayList<>();
    Object toolCalls = message.get("tool_calls");
    if (toolCalls != null) {
      for (Object call : list(toolCalls, place + ", tool_calls")) {
        Map<?, ?> member = object(call, place + ", a tool call");
        Map<?, ?> function = object(member.get("function"), place + ", a tool call");
        calls.add(
            new ToolCall(
                text(member, "id", place),
                text(function, "name", place),
                text(function, "arguments", place),
                members(member, Reasoning.OF_TOOL_CALL)));
      }
    }
    String reasoning = optional(message, Reasoning.CONTENT);
    return AssistantMessage.builder()
        .content(content == null ? null : plain(content, place))
        .toolCalls(calls)
        .refusal(optional(message, "refusal"))
        .reasoning(reasoning == null ? optional(message, Reasoning.TEXT) : reasoning)
        .reasoningMembers(members(message, Reasoning.OF_MESSAGE))
        .build();
  }

  private static List<ContentPart> parts(@Nullable Object content, String place) {
    List<ContentPart> parts = new ArrayList<>();
    for (Object element : list(content, place + ", content")) {
      Map<?, ?> part = object(element, place + ", a part of the content");
      String type = text(part, "type", place);
      parts.add(
          switch (type) {
            case "text" -> Text.of(text(part, "text", place));
            case "image_url" -> image(object(part.get("image_url"), place), place);
            case "input_audio" -> {
              Map<?, ?> audio = object(part.get("input_audio"), place);
              yield Audio.ofBase64(text(audio, "format", place), text(audio, "data", place));
            }
            case "file" -> {
              Map<?, ?> file = object(part.get("file"), place);
              yield File.ofDataUrl(text(file, "filename", place), text(file, "file_data", place));
            }
            default ->
                throw new IllegalArgumentException(
                    place + " has a part of the type \"" + type + "\", which is not known.");
          });
    }
    return parts;
  }

  private static Image image(Map<?, ?> image, String place) {
    Image plain = Image.ofUrl(text(image, "url", place));
    String detail = optional(image, "detail");
    if (detail == null) {
      return plain;
    }
    try {
      return plain.withDetail(Image.Detail.valueOf(detail.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          place + " has an image with the detail \"" + detail + "\".", e);
    }
  }

  /** The text of content, which may be in parts. */
  private static String plain(@Nullable Object content, String place) {
    if (content instanceof String text) {
      return text;
    }
    StringBuilder text = new StringBuilder();
    for (ContentPart part : parts(content, place)) {
      if (!(part instanceof Text words)) {
        throw new IllegalArgumentException(place + " has content other than text.");
      }
      text.append(words.text());
    }
    return text.toString();
  }

  private static String text(Map<?, ?> object, String name, String place) {
    if (object.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(place + " has no text \"" + name + "\".");
  }

  private static @Nullable String optional(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? text : null;
  }

  /** The members of those names that are there, each value as JSON text. */
  private static Map<String, String> members(Map<?, ?> object, Collection<String> names) {
    Map<String, String> members = new LinkedHashMap<>();
    for (String name : names) {
      if (object.get(name) != null) {
        members.put(name, JsonValue.text(object.get(name)));
      }
    }
    return members;
  }

  private static List<?> list(@Nullable Object value, String what) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(what + " must be a list.");
  }

  private static Map<?, ?> object(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    throw new IllegalArgumentException(what + " must be an object.");
  }
}
