package dev.gatewayz.sample;

import dev.gatewayz.eval.Grade;
import dev.gatewayz.eval.Graders;
import dev.gatewayz.eval.PromptEval;
import dev.gatewayz.eval.Trial;
import dev.gatewayz.testkit.Cassette;

/** How good the headlines of two models are, by what they answered once. */
@Cassette(value = "headlines", prompts = HeadlineWriter.class)
class HeadlinesEvalTest {
  private static final int WORDS = 8;

  record Summary(String id, String company, String text) {}

  @PromptEval(
      cases = "headlines.jsonl",
      repeat = 2,
      models = {"gatewayz/anthropic/claude-sonnet-4", "gatewayz/openai/gpt-4o-mini"},
      passAt = 0.5,
      budget = "0.10")
  void headlines(Summary summary, HeadlineWriter writer, Trial trial) {
    String headline = writer.headline(WORDS, summary.text());
    trial.answer(headline);
    int words = headline.strip().split("\\s+").length;
    trial.grade(Grade.of("short", words <= WORDS, words + " words"));
    trial.grade(Graders.contains(summary.company(), headline));
    trial.grade(Graders.matches("^[^\"“”]*$", headline).named("no quotes"));
  }
}
