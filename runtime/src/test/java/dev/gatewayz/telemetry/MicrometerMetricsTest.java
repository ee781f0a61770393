package dev.gatewayz.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.Concurrency;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.Prompts;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.gateway.EmbeddingRequest;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MicrometerMetricsTest extends Calls {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private Gatewayz measured() {
    return client(builder -> builder.listener(new MicrometerMetrics(registry)));
  }

  @Test
  void aCallIsTimedAndItsTokensAreCounted() {
    Gatewayz client = measured();
    gateway.reply(Reply.text("a").usage(7, 5));
    Prompt greet = Asking.greeting("Greeter.greet");

    Prompts.of(client).call(greet.render().raw(0), AnswerType.TEXT);

    assertThat(
            registry
                .get("gen_ai.client.operation.duration")
                .tag("gen_ai.operation.name", "chat")
                .tag("gen_ai.provider.name", "gatewayz")
                .tag("gen_ai.request.model", "gatewayz/openai/gpt-4o-mini")
                .tag("gen_ai.prompt.name", "Greeter.greet")
                .tag("error.type", "none")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(tokens("input")).isEqualTo(7);
    assertThat(tokens("output")).isEqualTo(5);
    assertThat(registry.find("gen_ai.client.operation.time_to_first_chunk").timer()).isNull();
  }

  @Test
  void aStreamAlsoHasItsFirstChunkAndTheTimeBetweenChunks() {
    Gatewayz client = measured();
    gateway.reply(Reply.chunks("a", "b", "c"));

    Probe.all(client.stream(HELLO)).awaitCompletion();
    client.close();

    assertThat(registry.get("gen_ai.client.operation.time_to_first_chunk").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("gen_ai.client.operation.time_per_output_chunk").timer().count())
        .isEqualTo(1);
  }

  @Test
  void howManyRequestsTheGatewayTakesIsShown() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .concurrency(Concurrency.fixed(7))
                    .listener(new MicrometerMetrics(registry)));
    gateway.reply(ErrorReply.envelope(429, "CONCURRENT_REQUEST_LIMIT", "no"), Reply.text("a"));

    client.complete(HELLO);

    String server = client.pools().get(0).origin();
    assertThat(
            registry
                .get("gatewayz.client.concurrency.limit")
                .tag("gatewayz.gateway", server)
                .gauge()
                .value())
        .isEqualTo(7);
    assertThat(
            registry
                .get("gatewayz.client.requeued")
                .tag("gatewayz.gateway", server)
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void failuresSayOfWhatKindTheyAre() {
    Gatewayz client = measured();
    gateway.reply(ErrorReply.missingKey(), Reply.json("<html>"));

    assertThrows(GatewayzException.class, () -> client.complete(HELLO));
    assertThrows(GatewayzException.class, () -> client.complete(HELLO));

    assertThat(registry.find("gen_ai.client.operation.duration").tag("error.type", "401").timer())
        .isNotNull();
    assertThat(
            registry
                .find("gen_ai.client.operation.duration")
                .tag("error.type", "ProtocolException")
                .timer())
        .isNotNull();
  }

  @Test
  void whatIsNoInferenceIsNotMeasuredAsOne() {
    Gatewayz client = measured();

    client.healthAsync().join();
    client.modelsAsync().join();
    assertThat(registry.getMeters()).isEmpty();

    client.embeddingsAsync(EmbeddingRequest.of("gatewayz/openai/embed", "a text")).join();
    assertThat(
            registry
                .get("gen_ai.client.operation.duration")
                .tag("gen_ai.operation.name", "embeddings")
                .timer()
                .count())
        .isEqualTo(1);
  }

  private double tokens(String type) {
    return registry
        .get("gen_ai.client.token.usage")
        .tag("gen_ai.token.type", type)
        .summary()
        .totalAmount();
  }
}
