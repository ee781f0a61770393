package dev.gatewayz.spring;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import org.springframework.cache.annotation.Cacheable;

/** Prompts whose answers are kept. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Poems {

  @Cacheable("poems")
  @GatewayzPrompt("Write a poem about {{topic}}.")
  String write(String topic);

  @GatewayzPrompt("Name a poem about {{topic}}.")
  String name(String topic);
}
