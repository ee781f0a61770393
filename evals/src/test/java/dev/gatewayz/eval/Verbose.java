package dev.gatewayz.eval;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Verbose extends Reviews {
  @Override
  @GatewayzPrompt("You are a careful reader. How many stars has this review? {{text}}")
  int stars(String text);
}
