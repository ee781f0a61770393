package dev.gatewayz.sample;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

/** Finds headlines. */
@GatewayzClient(model = "gatewayz/anthropic/claude-sonnet-4", temperature = 0.8)
public interface HeadlineWriter {

  /** One headline, without quotation marks. */
  @GatewayzPrompt(
      value = "Write a headline of at most {{words}} words, without quotes, for:\n\n{{summary}}",
      maxTokens = 40)
  String headline(int words, String summary);
}
