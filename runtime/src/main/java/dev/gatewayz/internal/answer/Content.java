package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of one answer: the first choice and the tokens. Tools, accounts and errors go by
 * it. Unless an implementation says otherwise, nothing has arrived.
 */
public interface Content {

  /** Nothing has arrived. */
  Content NONE = new Content() {};

  /** Whether the model has said something, or asked for a tool. */
  default boolean hasWords() {
    return false;
  }

  /** The text so far, empty if there is none. */
  default String text() {
    return "";
  }

  /** The tool calls so far; the last may be incomplete. */
  default List<ToolCall> toolCalls() {
    return List.of();
  }

  /** What the model has said so far, as a message. */
  default AssistantMessage message() {
    return AssistantMessage.builder().build();
  }

  /** Why the model stopped. */
  default FinishReason finish() {
    return FinishReason.UNKNOWN;
  }

  /** The server's id of the answer, {@code null} if it has none or was not read. */
  default @Nullable String responseId() {
    return null;
  }

  /** The model that the server says it is, {@code null} if it does not or was not read. */
  default @Nullable String responseModel() {
    return null;
  }

  /** Why the model stopped in each choice that is read, in the words of the server. */
  default List<String> finishReasons() {
    return List.of();
  }

  /** The tokens, {@code null} if they were not reported. */
  default @Nullable Usage usage() {
    return null;
  }

  /** What Gatewayz added, {@code null} if it added nothing. */
  default @Nullable GatewayUsage gatewayUsage() {
    return null;
  }

  /** What it cost in US dollars, wherever the server says so; {@code null} if it does not. */
  default @Nullable BigDecimal cost() {
    GatewayUsage gateway = gatewayUsage();
    if (gateway != null && gateway.cost() != null) {
      return gateway.cost();
    }
    Usage usage = usage();
    return usage == null ? null : usage.cost();
  }
}
