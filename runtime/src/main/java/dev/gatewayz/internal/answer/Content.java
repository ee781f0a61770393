package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.wire.ChoiceFields;
import dev.gatewayz.internal.wire.ToolCallAssembler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of one answer: the first choice and the tokens. Tools, accounts and errors go by
 * it.
 */
public final class Content {
  /** Nothing has arrived. Never added to. */
  public static final Content NONE = new Content();

  private @Nullable StringBuilder text;
  private @Nullable ToolCallAssembler toolCalls;
  private @Nullable AssistantMessage message;
  private @Nullable String finishReason;
  private @Nullable Usage usage;
  private @Nullable GatewayUsage gatewayUsage;

  /** Nothing has arrived yet. */
  Content() {}

  /** A whole answer. */
  static Content of(ChatCompletion completion) {
    Content content = new Content();
    Choice first = completion.choices().get(0);
    content.message = first.message();
    content.finishReason = first.finishReason();
    content.usage = completion.usage();
    content.gatewayUsage = completion.gatewayUsage();
    return content;
  }

  /** Adds what a chunk says of the first choice. */
  void add(ChoiceFields choice) {
    if (choice.finishReason() != null) {
      finishReason = choice.finishReason();
    }
    String more = choice.content();
    if (more != null && !more.isEmpty()) {
      if (text == null) {
        text = new StringBuilder(Math.max(64, more.length()));
      }
      text.append(more);
    }
    List<ToolCallDelta> pieces = choice.toolCalls();
    if (!pieces.isEmpty()) {
      if (toolCalls == null) {
        toolCalls = new ToolCallAssembler();
      }
      for (int i = 0; i < pieces.size(); i++) {
        toolCalls.add(pieces.get(i));
      }
    }
  }

  /** The tokens as they were reported last. */
  void report(Usage usage) {
    this.usage = usage;
  }

  /** Whether the model has said something, or asked for a tool. */
  public boolean hasWords() {
    return text != null || toolCalls != null || message != null;
  }

  /** The text so far, empty if there is none. */
  public String text() {
    String whole = message == null ? null : message.content();
    return whole != null ? whole : text == null ? "" : text.toString();
  }

  /** The tool calls so far; the last may be incomplete. */
  public List<ToolCall> toolCalls() {
    if (message != null) {
      return message.toolCalls();
    }
    return toolCalls == null ? List.of() : toolCalls.toolCalls();
  }

  /** What the model has said so far, as a message. */
  public AssistantMessage message() {
    AssistantMessage whole = message;
    return whole != null
        ? whole
        : new AssistantMessage(text == null ? null : text.toString(), toolCalls(), null, null);
  }

  /** Why the model stopped. */
  public FinishReason finish() {
    return FinishReason.of(finishReason);
  }

  /** The tokens, {@code null} if they were not reported. */
  public @Nullable Usage usage() {
    return usage;
  }

  /** What Gatewayz added, {@code null} if it added nothing. */
  public @Nullable GatewayUsage gatewayUsage() {
    return gatewayUsage;
  }
}
