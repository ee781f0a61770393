package dev.gatewayz.benchmarks.batch;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import java.util.concurrent.CompletableFuture;

/** What is asked about a row. */
@GatewayzClient(model = "gatewayz/bench/call")
interface RowPrompt {

  /** An answer in one piece. */
  @GatewayzPrompt("{{row}}")
  CompletableFuture<String> ask(String row);
}
