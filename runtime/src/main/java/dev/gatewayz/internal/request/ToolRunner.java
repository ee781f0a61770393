package dev.gatewayz.internal.request;

import dev.gatewayz.chat.ToolCall;
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

  /** Whether somebody must approve a call first. */
  default boolean needsApproval(ToolCall call) {
    return false;
  }
}
