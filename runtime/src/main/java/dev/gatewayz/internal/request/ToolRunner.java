package dev.gatewayz.internal.request;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ToolCall;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Runs the tools of a prompt. */
@FunctionalInterface
public interface ToolRunner {

  /**
   * Runs a tool, on a thread that may be blocked.
   *
   * @return what the model is told; fails only if the whole call is to fail
   * @throws Exception if the whole call is to fail
   */
  CompletionStage<ToolAnswer> run(ToolCall call) throws Exception;

  /** The call by the tool's own name, where the model has written it otherwise. */
  default ToolCall meant(ToolCall call) {
    return call;
  }

  /** A message with its calls by the tools' own names. */
  default AssistantMessage meant(AssistantMessage message) {
    List<ToolCall> calls = message.toolCalls().stream().map(this::meant).toList();
    return calls.equals(message.toolCalls())
        ? message
        : message.toBuilder().toolCalls(calls).build();
  }

  /** Whether somebody must approve a call first. */
  default boolean needsApproval(ToolCall call) {
    return false;
  }
}
