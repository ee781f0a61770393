package dev.gatewayz.spring.stream;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import reactor.core.publisher.Flux;

/** The prompts of docs/streaming.md. */
@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Verses {

  @GatewayzPrompt("Write verses about {{topic}}.")
  Flux<String> flux(String topic);

  @GatewayzPrompt("Write verses about {{topic}}.")
  AnswerStream<String> stream(String topic);
}
