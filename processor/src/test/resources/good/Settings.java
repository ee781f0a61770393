package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(
    model = "gatewayz/openai/gpt-4o-mini",
    system = "Speak {{language}}.",
    temperature = 1,
    stop = "END",
    user = "someone")
interface Settings {

  @GatewayzPrompt("Greet.")
  String inherited(String language);

  @GatewayzPrompt(
      value = "Greet.",
      system = "Speak \"English\".",
      model = "gatewayz/anthropic/claude-3-haiku",
      temperature = 0.0,
      topP = 0.25,
      maxTokens = 10,
      frequencyPenalty = -1.5,
      presencePenalty = 2,
      stop = {"\n", "é"},
      n = 1,
      seed = 0,
      user = "x")
  String overridden();

  @GatewayzPrompt(value = "Greet in {{language}}.", stop = {})
  String cleared(String language);
}
