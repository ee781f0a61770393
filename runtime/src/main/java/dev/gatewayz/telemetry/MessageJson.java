package dev.gatewayz.telemetry;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Audio;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.File;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.SystemMessage;
import dev.gatewayz.chat.Text;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolMessage;
import dev.gatewayz.chat.UserMessage;
import dev.gatewayz.internal.json.JsonBytes;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Messages in the JSON of the conventions: arrays of {@code {role, parts}}. */
final class MessageJson {
  private final JsonBytes json = new JsonBytes(256);
  private boolean isFirst;

  private MessageJson() {}

  /** A conversation. */
  static String input(List<Message> messages) {
    MessageJson out = new MessageJson();
    out.json.raw('[');
    for (int i = 0; i < messages.size(); i++) {
      out.next(i);
      out.message(messages.get(i));
      out.json.raw('}');
    }
    return out.json.raw(']').toString();
  }

  /** What the model said. */
  static String output(List<Choice> choices) {
    MessageJson out = new MessageJson();
    out.json.raw('[');
    for (int i = 0; i < choices.size(); i++) {
      out.next(i);
      out.message(choices.get(i).message());
      String reason = choices.get(i).finishReasonText();
      out.json.raw(",\"finish_reason\":").string(reason == null ? "" : reason).raw('}');
    }
    return out.json.raw(']').toString();
  }

  private void next(int place) {
    if (place > 0) {
      json.raw(',');
    }
  }

  private void message(Message message) {
    String role = message.role().toString().toLowerCase(Locale.ROOT);
    json.raw("{\"role\":").string(role).raw(",\"parts\":[");
    isFirst = true;
    if (message instanceof SystemMessage system) {
      text("text", system.content());
    } else if (message instanceof UserMessage user) {
      user.content().forEach(this::part);
    } else if (message instanceof AssistantMessage assistant) {
      text("reasoning", assistant.reasoning());
      text("text", assistant.content());
      text("text", assistant.refusal());
      assistant.toolCalls().forEach(this::call);
    } else if (message instanceof ToolMessage tool) {
      begin("tool_call_response");
      member("id", tool.toolCallId());
      member("response", tool.content());
      json.raw('}');
    }
    json.raw(']');
  }

  private void text(String type, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      begin(type);
      member("content", text);
      json.raw('}');
    }
  }

  private void part(ContentPart part) {
    if (part instanceof Text text) {
      text("text", text.text());
    } else if (part instanceof Image image) {
      data("image", image.url());
    } else if (part instanceof Audio audio) {
      blob("audio", "audio/" + audio.format(), audio.base64());
    } else if (part instanceof File file) {
      data("file", file.dataUrl());
    }
  }

  private void data(String modality, String url) {
    int comma = url.indexOf(";base64,");
    if (url.startsWith("data:") && comma > 0) {
      blob(modality, url.substring("data:".length(), comma), url.substring(comma + 8));
    } else {
      begin("uri");
      member("modality", modality);
      member("uri", url);
      json.raw('}');
    }
  }

  private void blob(String modality, String mimeType, String base64) {
    begin("blob");
    member("modality", modality);
    member("mime_type", mimeType);
    member("content", base64);
    json.raw('}');
  }

  private void call(ToolCall call) {
    begin("tool_call");
    member("id", call.id());
    member("name", call.name());
    member("arguments", call.arguments());
    json.raw('}');
  }

  private void begin(String type) {
    if (!isFirst) {
      json.raw(',');
    }
    isFirst = false;
    json.raw("{\"type\":").string(type);
  }

  private void member(String name, String value) {
    json.raw(',').name(name).string(value);
  }
}
