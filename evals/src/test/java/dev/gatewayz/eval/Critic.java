package dev.gatewayz.eval;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/openai/judge")
interface Critic {
  @GatewayzPrompt("Is {{stars}} fair for: {{text}}")
  Verdict isFair(int stars, String text);
}
