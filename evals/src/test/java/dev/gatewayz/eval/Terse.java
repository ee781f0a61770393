package dev.gatewayz.eval;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Terse extends Reviews {
  @Override
  @GatewayzPrompt("Stars for: {{text}}")
  int stars(String text);
}
