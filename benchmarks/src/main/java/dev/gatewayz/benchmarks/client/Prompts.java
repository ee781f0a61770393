package dev.gatewayz.benchmarks.client;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** The prompts, as a user would write them; the models tell the load server what to say. */
@GatewayzClient(model = "gatewayz/bench/call", temperature = 0.2)
interface Prompts {

  @GatewayzPrompt(system = Client.SYSTEM, value = Client.INSTRUCTION + "{{text}}")
  CompletableFuture<String> call(String text);

  @GatewayzPrompt(system = Client.SYSTEM, value = Client.INSTRUCTION + "{{text}}")
  String callAndWait(String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/typed",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  CompletableFuture<String> typedAsText(String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/long",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  Flow.Publisher<String> longStream(String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/stream",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  Flow.Publisher<String> stream(String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/slow",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  Flow.Publisher<String> slow(String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/stamped",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  Flow.Publisher<String> stamped(String text);
}
