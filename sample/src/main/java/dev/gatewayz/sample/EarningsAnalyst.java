package dev.gatewayz.sample;

import dev.gatewayz.Completion;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Reads earnings calls. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 0.2)
public interface EarningsAnalyst {

  /** Streams a summary as it is written. */
  @GatewayzPrompt(
      system = "You are an equity analyst. You are terse and give figures.",
      value =
          """
          Summarise the {{call.quarter}} earnings call of {{call.company}} in five sentences.

          {{call.transcript}}""",
      maxTokens = 400)
  Flow.Publisher<String> summarise(EarningsCall call);

  /** Answers a question, with the tokens it took. */
  @GatewayzPrompt(
      system =
          "You answer questions about the earnings call of {{call.company}} from its transcript"
              + " alone. If it does not say, you say so.",
      value =
          """
          {{question}}

          {{call.transcript}}""",
      maxTokens = 150)
  CompletableFuture<Completion<String>> answer(EarningsCall call, String question);
}
