package dev.gatewayz.sample;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.Completion;
import dev.gatewayz.annotation.Describe;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.Size;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads earnings calls. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 0.2)
public interface EarningsAnalyst {

  /** What matters, as a record: the compiler makes the schema that the model has to follow. */
  @GatewayzPrompt(
      system = "You are a sell-side analyst. Answer in {{language}}.",
      value =
          """
          List what matters in this call in at most {{points}} bullet points.
          {{#tickers}}
          - compare with {{.}}
          {{/tickers}}

          {{call.transcript}}""",
      maxTokens = 600,
      repair = 1)
  Brief summarise(String language, int points, List<String> tickers, EarningsCall call);

  /** What matters in a call. */
  record Brief(
      @Describe("one sentence") String headline,
      @Size(min = 1, max = 7) List<String> bullets,
      Sentiment sentiment) {}

  /** How investors will take it. */
  enum Sentiment {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
  }

  /** Streams a summary as it is written. */
  @GatewayzPrompt(
      system = "You are an equity analyst. You are terse and give figures.",
      value =
          """
          Summarise the {{call.quarter}} earnings call of {{call.company}} in five sentences.

          {{call.transcript}}""",
      maxTokens = 400)
  AnswerStream<String> tell(EarningsCall call);

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
