package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ToolCall;
import java.util.concurrent.CompletionStage;

/** Runs the tools of a prompt. */
@FunctionalInterface
public interface ToolRunner {

  /**
   * Begins to run a tool, without blocking.
   *
   * @return what the model is told; fails only if the whole call is to fail
   */
  CompletionStage<String> run(ToolCall call);
}
