package fixtures;

import dev.gatewayz.annotation.DeadlineMillis;
import dev.gatewayz.annotation.Extra;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(
    model = "gatewayz/openai/gpt-4o-mini",
    system = "Speak {{language}}.",
    temperature = 1,
    stop = "END",
    user = "someone",
    reasoningEffort = "low",
    acceptTruncated = true,
    extra = {@Extra(name = "verbosity", json = "\"low\""), @Extra(name = "top_k", json = "40")},
    fallbacks = "gatewayz/b/two")
@DeadlineMillis(total = 30_000)
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
  @DeadlineMillis(firstToken = 500, idle = 1)
  String overridden();

  @GatewayzPrompt(
      value = "Greet.",
      unset = {"system", "temperature", "stop", "reasoningEffort", "extra", "fallbacks"},
      acceptTruncated = false,
      extra = @Extra(name = "logit_bias", json = "{ \"50256\" : -100,\n \"1\": [1.5e3, null, true] }"))
  String undone();

  @GatewayzPrompt(
      value = "Greet.",
      system = "Be brief.",
      reasoningEffort = "high",
      unset = "temperature",
      temperature = 0.5,
      extra = @Extra(name = "top_k", json = "20"))
  Greeting typed();

  record Greeting(String text) {}

  @GatewayzPrompt(value = "Greet in {{language}}.", stop = {}, fallbacks = {})
  String cleared(String language);
}
