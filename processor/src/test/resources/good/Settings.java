package fixtures;

import dev.gatewayz.annotation.Deadlines;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(
    model = "gatewayz/openai/gpt-4o-mini",
    system = "Speak {{language}}.",
    temperature = 1,
    stop = "END",
    user = "someone",
    fallbacks = "gatewayz/b/two")
@Deadlines(totalMillis = 30_000)
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
      user = "x",
      fallbacks = {"gatewayz/c/three", "gatewayz/b/two"})
  @Deadlines(firstTokenMillis = 500, idleMillis = 1)
  String overridden();

  @GatewayzPrompt(value = "Greet in {{language}}.", stop = {}, fallbacks = {})
  String cleared(String language);
}
