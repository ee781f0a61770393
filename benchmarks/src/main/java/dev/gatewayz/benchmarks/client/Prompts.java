package dev.gatewayz.benchmarks.client;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.chat.ChatChunk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** The prompts, as a user would write them; the models tell the load server what to say. */
@GatewayzClient(model = "gatewayz/bench/call", temperature = 0.2)
interface Prompts {

  /**
   * An element of a list.
   *
   * @param headline text
   * @param pages a whole number
   */
  record Point(String headline, int pages) {}

  @GatewayzPrompt(system = Client.SYSTEM, value = Client.INSTRUCTION + "{{text}}")
  CompletableFuture<String> call(String text);

  @GatewayzPrompt(system = Client.SYSTEM, value = Client.INSTRUCTION + "{{text}}")
  CompletableFuture<String> callWith(CallOptions options, String text);

  @GatewayzPrompt(system = Client.SYSTEM, value = Client.INSTRUCTION + "{{text}}")
  CompletableFuture<Completion<String>> complete(String text);

  @GatewayzPrompt(system = Client.SYSTEM, value = Client.INSTRUCTION + "{{text}}")
  CompletableFuture<Completion<String>> completeWith(CallOptions options, String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/stream",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  AnswerStream<ChatChunk> chunks(String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/created",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  AnswerStream<ChatChunk> created(String text);

  @GatewayzPrompt(
      model = "gatewayz/bench/elements",
      system = Client.SYSTEM,
      value = Client.INSTRUCTION + "{{text}}")
  AnswerStream<Point> elements(String text);

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
  AnswerStream<String> stream(String text);

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
