package dev.gatewayz.spring.guide;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

/** The prompts of docs/spring.md. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Haikus {

  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);
}
