package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Audio;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.File;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.chat.ResponseFormat;
import dev.gatewayz.chat.SystemMessage;
import dev.gatewayz.chat.Text;
import dev.gatewayz.chat.Tool;
import dev.gatewayz.chat.ToolChoice;
import dev.gatewayz.chat.ToolMessage;
import dev.gatewayz.chat.UserMessage;
import dev.gatewayz.internal.json.JsonBytes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes requests, and the values they are made of, as JSON. */
public final class RequestWriter {
  private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";

  /** What stands around the text of a message or a part, and a little more. */
  private static final int MEMBERS = 48;

  private static final int MOST_ROOM = 1 << 20;

  private RequestWriter() {}

  /**
   * Writes the members of a request without model, messages and braces, a comma before each.
   *
   * @param parameters those of the request, or what counts instead of them
   */
  public static void options(ChatRequest request, Parameters parameters, JsonBytes out) {
    parameters(parameters, out);
    Map<String, @Nullable String> extra = parameters.extra();
    if (!request.tools().isEmpty() && !extra.containsKey("tools")) {
      out.raw(",\"tools\":[");
      for (int i = 0; i < request.tools().size(); i++) {
        out.raw(i == 0 ? "" : ",");
        tool(request.tools().get(i), out);
      }
      out.raw(']');
    }
    ToolChoice choice = request.toolChoice();
    if (choice != null && !request.tools().isEmpty() && !extra.containsKey("tool_choice")) {
      out.raw(",\"tool_choice\":");
      toolChoice(choice, out);
    }
    if (request.responseFormat() != null && !extra.containsKey("response_format")) {
      out.raw(",\"response_format\":");
      responseFormat(request.responseFormat(), out);
    }
  }

  /** Whether {@link #options} writes a member of that name. */
  public static boolean sets(ChatRequest request, Parameters parameters, String name) {
    return switch (name) {
      case "tools" -> !request.tools().isEmpty() || sets(parameters, name);
      case "tool_choice" ->
          (request.toolChoice() != null && !request.tools().isEmpty()) || sets(parameters, name);
      case "response_format" -> request.responseFormat() != null || sets(parameters, name);
      default -> sets(parameters, name);
    };
  }

  /** Whether {@link #parameters} writes a member of that name. */
  public static boolean sets(Parameters parameters, String name) {
    Object named =
        switch (name) {
          case "temperature" -> parameters.temperature();
          case "top_p" -> parameters.topP();
          case "max_tokens" -> maxTokens(parameters);
          case "max_completion_tokens" -> parameters.maxTokens();
          case "frequency_penalty" -> parameters.frequencyPenalty();
          case "presence_penalty" -> parameters.presencePenalty();
          case "stop" -> parameters.stop().isEmpty() ? null : parameters.stop();
          case "n" -> parameters.n();
          case "seed" -> parameters.seed();
          case "user" -> parameters.endUser();
          case "reasoning_effort" -> parameters.reasoningEffort();
          default -> null;
        };
    return named != null || parameters.extra().containsKey(name);
  }

  /** The limit of the answer, whichever of its two names it has. */
  private static @Nullable Object maxTokens(Parameters parameters) {
    Integer named = parameters.maxTokens();
    return named == null ? parameters.extra().get(MAX_COMPLETION_TOKENS) : (Object) named;
  }

  /**
   * Writes what is set, a comma before each member. What is set by name and as an extra member is
   * written as the extra member says.
   */
  public static void parameters(Parameters parameters, JsonBytes out) {
    Map<String, @Nullable String> extra = parameters.extra();
    number("temperature", parameters.temperature(), extra, out);
    number("top_p", parameters.topP(), extra, out);
    if (extra.get(MAX_COMPLETION_TOKENS) == null) {
      number("max_tokens", parameters.maxTokens(), extra, out);
    }
    number("frequency_penalty", parameters.frequencyPenalty(), extra, out);
    number("presence_penalty", parameters.presencePenalty(), extra, out);
    List<String> stop = parameters.stop();
    if (!stop.isEmpty() && !extra.containsKey("stop")) {
      out.raw(",\"stop\":[");
      for (int i = 0; i < stop.size(); i++) {
        out.raw(i == 0 ? "" : ",").string(stop.get(i));
      }
      out.raw(']');
    }
    number("n", parameters.n(), extra, out);
    number("seed", parameters.seed(), extra, out);
    text("user", parameters.endUser(), extra, out);
    text("reasoning_effort", parameters.reasoningEffort(), extra, out);
    for (Map.Entry<String, @Nullable String> member : extra.entrySet()) {
      String name = member.getKey();
      String json = member.getValue();
      boolean isRenamed = name.equals("max_tokens") && extra.get(MAX_COMPLETION_TOKENS) != null;
      if (json != null && !isRenamed) {
        out.raw(',').string(name).raw(':').raw(json);
      }
    }
  }

  /** How many bytes messages take, about: their texts may need more than a byte a character. */
  public static int room(List<? extends Message> messages) {
    long room = 0;
    for (Message message : messages) {
      room += MEMBERS + lengthOf(message);
    }
    return (int) Math.min(room, MOST_ROOM);
  }

  private static long lengthOf(Message message) {
    if (message instanceof SystemMessage system) {
      return system.content().length();
    } else if (message instanceof UserMessage user) {
      long length = 0;
      for (ContentPart part : user.content()) {
        length += part instanceof Text text ? text.text().length() : MEMBERS;
      }
      return length;
    } else if (message instanceof ToolMessage tool) {
      return tool.content().length();
    }
    return MEMBERS;
  }

  /** Writes messages, a comma between them. */
  public static void messages(List<? extends Message> messages, JsonBytes out) {
    for (int i = 0; i < messages.size(); i++) {
      out.raw(i == 0 ? "" : ",");
      message(messages.get(i), out);
    }
  }

  /** Writes a message. */
  public static void message(Message message, JsonBytes out) {
    out.raw("{\"role\":\"").raw(message.role().wireName()).raw("\",\"content\":");
    if (message instanceof SystemMessage system) {
      out.string(system.content());
    } else if (message instanceof UserMessage user) {
      content(user.content(), out);
    } else if (message instanceof AssistantMessage assistant) {
      assistant(assistant, out);
    } else if (message instanceof ToolMessage tool) {
      out.string(tool.content()).raw(",\"tool_call_id\":").string(tool.toolCallId());
    }
    out.raw('}');
  }

  /** Writes a content part. */
  public static void part(ContentPart part, JsonBytes out) {
    if (part instanceof Text text) {
      out.raw("{\"type\":\"text\",\"text\":").string(text.text()).raw('}');
    } else if (part instanceof Image image) {
      out.raw("{\"type\":\"image_url\",\"image_url\":{\"url\":").string(image.url());
      if (image.detail() != Image.Detail.AUTO) {
        out.raw(",\"detail\":").string(image.detail().name().toLowerCase(Locale.ROOT));
      }
      out.raw("}}");
    } else if (part instanceof Audio audio) {
      out.raw("{\"type\":\"input_audio\",\"input_audio\":{\"data\":")
          .string(audio.base64())
          .raw(",\"format\":")
          .string(audio.format())
          .raw("}}");
    } else if (part instanceof File file) {
      out.raw("{\"type\":\"file\",\"file\":{\"filename\":")
          .string(file.name())
          .raw(",\"file_data\":")
          .string(file.dataUrl())
          .raw("}}");
    }
  }

  private static void content(List<ContentPart> parts, JsonBytes out) {
    if (parts.size() == 1 && parts.get(0) instanceof Text text) {
      out.string(text.text());
      return;
    }
    out.raw('[');
    for (int i = 0; i < parts.size(); i++) {
      out.raw(i == 0 ? "" : ",");
      part(parts.get(i), out);
    }
    out.raw(']');
  }

  private static void assistant(AssistantMessage message, JsonBytes out) {
    String words = AssistantJson.words(message);
    if (words == null) {
      out.raw("null");
    } else {
      out.string(words);
    }
    AssistantJson.rest(message, out);
  }

  private static void tool(Tool tool, JsonBytes out) {
    out.raw("{\"type\":\"function\",\"function\":{\"name\":").string(tool.name());
    if (tool.description() != null) {
      out.raw(",\"description\":").string(tool.description());
    }
    out.raw(",\"parameters\":").raw(tool.parameters());
    if (tool.strict()) {
      out.raw(",\"strict\":true");
    }
    out.raw("}}");
  }

  private static void responseFormat(ResponseFormat format, JsonBytes out) {
    if (format instanceof ResponseFormat.JsonSchema schema) {
      out.raw("{\"type\":\"json_schema\",\"json_schema\":{\"name\":")
          .string(schema.name())
          .raw(",\"strict\":")
          .raw(schema.strict() ? "true" : "false")
          .raw(",\"schema\":")
          .raw(schema.schema())
          .raw("}}");
    } else {
      out.raw(
          format instanceof ResponseFormat.JsonObject
              ? "{\"type\":\"json_object\"}"
              : "{\"type\":\"text\"}");
    }
  }

  private static void toolChoice(ToolChoice choice, JsonBytes out) {
    if (choice.tool() == null) {
      out.string(choice.mode());
    } else {
      out.raw("{\"type\":\"function\",\"function\":{\"name\":").string(choice.tool()).raw("}}");
    }
  }

  private static void text(
      String name, @Nullable String value, Map<String, @Nullable String> extra, JsonBytes out) {
    if (value != null && !extra.containsKey(name)) {
      out.raw(",\"").raw(name).raw("\":").string(value);
    }
  }

  private static void number(
      String name, @Nullable Number value, Map<String, @Nullable String> extra, JsonBytes out) {
    if (value != null && !extra.containsKey(name)) {
      out.raw(",\"").raw(name).raw("\":").raw(value.toString());
    }
  }
}
