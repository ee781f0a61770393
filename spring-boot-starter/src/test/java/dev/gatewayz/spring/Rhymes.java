package dev.gatewayz.spring;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;

/** Prompts of an application. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Rhymes {

  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(String topic);

  @GatewayzPrompt("Rate this haiku: {{text}}")
  String rate(String text);
}
