package dev.gatewayz.sample.desk;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.annotation.Describe;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.sample.EarningsCall;
import java.util.Optional;

/** Reads earnings calls with the user of the page. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 0.2)
public interface DeskAnalyst {

  /** The brief: one finding after the other, each as soon as its JSON is complete. */
  @GatewayzPrompt(
      system = "You are a sell-side analyst. You are terse and give figures.",
      value =
          """
          List the findings of the {{call.quarter}} call of {{call.company}}: first one headline,
          then four to six facts, last one verdict on how investors will take it.

          {{call.transcript}}""",
      maxTokens = 800)
  AnswerStream<Finding> brief(EarningsCall call, CallOptions options);

  /** A line of the brief. */
  record Finding(
      Kind kind,
      @Describe("one sentence") String text,
      @Describe("the figure the text turns on, as in +18 %") Optional<String> figure,
      Tone tone) {}

  /** What a line of the brief is. */
  enum Kind {
    HEADLINE,
    FACT,
    VERDICT
  }

  /** How investors take it. */
  enum Tone {
    GOOD,
    NEUTRAL,
    BAD
  }

  /** The answer to a question, in Markdown, as it is written. */
  @GatewayzPrompt(
      system =
          "You answer questions about the earnings call of {{call.company}} from its transcript"
              + " alone, in Markdown and in at most 150 words. If it does not say, you say so.",
      value =
          """
          {{question}}

          {{call.transcript}}""",
      maxTokens = 500)
  AnswerStream<String> answer(EarningsCall call, String question, CallOptions options);
}
