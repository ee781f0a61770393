package dev.gatewayz.telemetry;

import static dev.gatewayz.support.Asking.ask;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.PromptOverrides;
import dev.gatewayz.Prompts;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.CodegenFormat;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Overridable;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.TemplateTypes;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.intercept.Caching;
import dev.gatewayz.intercept.CaffeineAnswerCache;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenTelemetryBridgeTest extends Calls {
  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private Gatewayz traced() {
    return client(
        builder -> builder.telemetry(new OpenTelemetryBridge(telemetry.getOpenTelemetry())));
  }

  private SpanData onlySpan() {
    List<SpanData> spans = telemetry.getSpans();
    assertThat(spans).hasSize(1);
    return spans.get(0);
  }

  @Test
  void aCallIsASpanWithPromptModelAndTokens() {
    Gatewayz client = traced();
    gateway.reply(Reply.text("a").usage(7, 5, 3, 2));
    Prompt greet =
        Prompt.of(
            "Greeter.greet",
            "c0ffee",
            "gatewayz/openai/gpt-4o-mini",
            "",
            "{\"role\":\"user\",\"content\":\"Hello\"}");

    Prompts.of(client).call(greet.render().raw(0), AnswerType.TEXT);

    SpanData span = onlySpan();
    assertThat(span.getName()).isEqualTo("chat openai/gpt-4o-mini");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.hasEnded()).isTrue();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(text(span, "gen_ai.operation.name")).isEqualTo("chat");
    assertThat(text(span, "gen_ai.provider.name")).isEqualTo("gatewayz");
    assertThat(text(span, "gen_ai.request.model")).isEqualTo("openai/gpt-4o-mini");
    assertThat(text(span, "gen_ai.prompt.name")).isEqualTo("Greeter.greet");
    assertThat(text(span, "gen_ai.prompt.version")).isEqualTo("c0ffee");
    assertThat(number(span, "gen_ai.usage.input_tokens")).isEqualTo(7);
    assertThat(number(span, "gen_ai.usage.output_tokens")).isEqualTo(5);
    assertThat(number(span, "gen_ai.usage.cache_read.input_tokens")).isEqualTo(3);
    assertThat(number(span, "gatewayz.attempts")).isEqualTo(1);
    assertThat(span.toString()).doesNotContain("Hello").doesNotContain(Wire.KEY);
  }

  @Test
  void aCallWithAnotherTemplateSaysSoAndWhich() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .promptOverrides(PromptOverrides.of(Map.of("Greeter.greet", "Hi {{name}}")))
                    .telemetry(new OpenTelemetryBridge(telemetry.getOpenTelemetry())));
    gateway.reply(Reply.text("a"));
    Prompt greet = Prompt.of("Greeter.greet", "c0ffee", "gatewayz/openai/gpt-4o-mini", "");
    TemplateTypes types = new TemplateTypes().type("STRING", "STRING", "", -1, "String", 0);
    Overridable templates =
        Overridable.of(greet, "greet")
            .parameter("name", "VARIABLE", "", types, 0)
            .user("template", "Hello {{name}}");
    PromptClient prompts =
        PromptClient.overridable(
            client, CodegenFormat.CURRENT, "Greeter", getClass(), types, templates);

    prompts.call(prompts.render(greet, null, new Object[] {"Ann"}), AnswerType.TEXT);

    assertThat(gateway.takeRequest().bodyText()).contains("\"content\":\"Hi Ann\"");
    SpanData span = onlySpan();
    assertThat(text(span, "gen_ai.prompt.name")).isEqualTo("Greeter.greet");
    assertThat(text(span, "gen_ai.prompt.version")).hasSize(16);
    assertThat(span.getAttributes().get(AttributeKey.booleanKey("gatewayz.prompt.overridden")))
        .isTrue();
  }

  @Test
  void theTraceGoesOnInTheGatewayAndUnderTheCallersSpan() {
    Gatewayz client = traced();
    Span caller = telemetry.getOpenTelemetry().getTracer("test").spanBuilder("caller").startSpan();
    try (Scope scope = caller.makeCurrent()) {
      assertThat(scope).isNotNull();
      client.completeAsync(HELLO).join();
    } finally {
      caller.end();
    }

    SpanData span = telemetry.getSpans().get(0);
    assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
    assertThat(gateway.takeRequest().header("traceparent").orElseThrow())
        .startsWith("00-" + span.getTraceId() + "-" + span.getSpanId() + "-");
  }

  @Test
  void aStreamShowsItsFirstTokenAndHasItsMetrics() {
    Gatewayz client = traced();
    gateway.reply(Reply.chunks("a", "b", "c").usage(7, 3));

    Probe.all(client.stream(HELLO)).awaitCompletion();
    client.close();

    assertThat(onlySpan().getEvents())
        .extracting(EventData::getName)
        .containsExactly("gatewayz.first_token");
    assertThat(telemetry.getMetrics())
        .extracting(MetricData::getName)
        .containsExactlyInAnyOrder(
            "gen_ai.client.operation.duration",
            "gen_ai.client.operation.time_to_first_chunk",
            "gen_ai.client.operation.time_per_output_chunk",
            "gen_ai.client.token.usage");
    assertThat(
            telemetry.getMetrics().stream()
                .filter(metric -> metric.getName().equals("gen_ai.client.token.usage"))
                .flatMap(metric -> metric.getHistogramData().getPoints().stream()))
        .extracting(
            point -> point.getAttributes().get(stringKey("gen_ai.token.type")),
            point -> point.getSum())
        .containsExactlyInAnyOrder(tuple("input", 7.0), tuple("output", 3.0));
  }

  @Test
  void retriesFallbacksAndFailuresShow() {
    Gatewayz client = traced();
    gateway.reply(
        ErrorReply.capacity(),
        ErrorReply.envelope(404, "MODEL_NOT_FOUND", "m"),
        ErrorReply.missingKey());
    CallOptions options =
        CallOptions.builder().fallback(Fallback.model("gatewayz/x/second")).build();

    assertThrows(GatewayzException.class, () -> client.complete(HELLO, options));

    SpanData span = onlySpan();
    assertThat(span.getEvents())
        .extracting(EventData::getName)
        .containsExactly("gatewayz.retry", "gatewayz.fallback");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(text(span, "error.type")).isEqualTo("401");
    assertThat(text(span, "gen_ai.request.model")).isEqualTo("x/second");
    assertThat(number(span, "gatewayz.attempts")).isEqualTo(3);
  }

  @Test
  void aCancelledCallEndsItsSpan() {
    Gatewayz client = traced();
    gateway.reply(Reply.chunks("a").after(2, Step.stall()));
    Probe<ChatChunk> probe = Probe.all(client.stream(HELLO));
    probe.awaitItems(1);

    probe.cancel();
    client.close();

    assertThat(text(onlySpan(), "error.type")).isEqualTo("cancelled");
  }

  @Test
  void promptsShowOnlyIfAskedFor() {
    Gatewayz client =
        client(
            builder ->
                builder.telemetry(new OpenTelemetryBridge(telemetry.getOpenTelemetry(), true)));

    client.complete(HELLO);

    assertThat(text(onlySpan(), "gen_ai.input.messages"))
        .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello\"}]}]");
    assertThat(text(onlySpan(), "gen_ai.output.messages"))
        .startsWith("[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"")
        .endsWith("\"}],\"finish_reason\":\"stop\"}]");
  }

  @Test
  void aSpanSaysWhereTheCallGoesHowItIsAskedAndWhatHasAnswered() {
    Gatewayz client = traced();
    ChatRequest request =
        ChatRequest.builder()
            .model("gatewayz/openai/gpt-4o-mini")
            .user("Hello")
            .temperature(0.5)
            .maxTokens(9)
            .n(2)
            .seed(42)
            .extra("response_format", "{\"type\":\"json_object\"}")
            .build();

    client.complete(request);

    SpanData span = onlySpan();
    assertThat(text(span, "server.address")).isEqualTo("127.0.0.1");
    assertThat(number(span, "server.port")).isEqualTo(gateway.port());
    assertThat(number(span, "gen_ai.request.max_tokens")).isEqualTo(9);
    assertThat(number(span, "gen_ai.request.choice.count")).isEqualTo(2);
    assertThat(number(span, "gen_ai.request.seed")).isEqualTo(42);
    assertThat(span.getAttributes().get(doubleKey("gen_ai.request.temperature"))).isEqualTo(0.5);
    assertThat(text(span, "gen_ai.output.type")).isEqualTo("json");
    assertThat(text(span, "gen_ai.response.id")).isNotEmpty();
    assertThat(text(span, "gen_ai.response.model")).isNotEmpty();
    assertThat(span.getAttributes().get(stringArrayKey("gen_ai.response.finish_reasons")))
        .containsExactly("length");
  }

  @Test
  void aStreamSaysWhatHasAnsweredToo() {
    Gatewayz client = traced();
    gateway.reply(Reply.chunks("a", "b"));

    Probe.all(Prompts.of(client).text(Asking.greeting("Greeter.tell").render().raw(0)))
        .awaitCompletion();
    client.close();

    SpanData span = onlySpan();
    assertThat(text(span, "gen_ai.response.id")).isNotEmpty();
    assertThat(text(span, "gen_ai.response.model")).isNotEmpty();
    assertThat(span.getAttributes().get(stringArrayKey("gen_ai.response.finish_reasons")))
        .containsExactly("stop");
  }

  @Test
  void aToolIsASpanBelowItsCallHoweverItEnds() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .telemetry(new OpenTelemetryBridge(telemetry.getOpenTelemetry()))
                    .toolTimeout(Duration.ofMillis(200)));
    Tools tools =
        Tools.of(
            (tool, in) -> {
              if (!tool.equals("unfit")) {
                in.skip();
              }
              return switch (tool) {
                case "well" -> () -> "done";
                case "failing" ->
                    () -> {
                      throw new IllegalStateException("secret");
                    };
                case "late" -> CompletableFuture::new;
                default -> {
                  in.int32();
                  yield () -> "never";
                }
              };
            },
            "well",
            "failing",
            "late",
            "unfit");
    gateway.reply(
        Reply.toolCalls(
            new FunctionCall("well", "{}"),
            new FunctionCall("failing", "{}"),
            new FunctionCall("late", "{}"),
            new FunctionCall("unfit", "{}"),
            new FunctionCall("unknown", "{}")),
        Reply.text("thanks"));

    Prompts.of(client)
        .call(Asking.greeting("Greeter.look").render().raw(0).tools(tools, 2), AnswerType.TEXT);

    List<SpanData> spans = telemetry.getSpans();
    assertThat(spans).hasSize(6).allMatch(SpanData::hasEnded);
    SpanData call = spans.get(5);
    assertThat(spans.subList(0, 5))
        .allSatisfy(
            span -> {
              assertThat(span.getParentSpanId()).isEqualTo(call.getSpanId());
              assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
              assertThat(text(span, "gen_ai.operation.name")).isEqualTo("execute_tool");
              assertThat(text(span, "gen_ai.tool.type")).isEqualTo("function");
              assertThat(text(span, "gen_ai.tool.call.id")).isNotEmpty();
              assertThat(span.toString()).doesNotContain("secret");
            })
        .extracting(SpanData::getName, span -> text(span, "error.type"))
        .containsExactlyInAnyOrder(
            tuple("execute_tool well", null),
            tuple("execute_tool failing", "IllegalStateException"),
            tuple("execute_tool late", "timeout"),
            tuple("execute_tool unfit", "invalid_arguments"),
            tuple("execute_tool unknown", "unknown_tool"));
    assertThat(text(call, "gen_ai.operation.name")).isEqualTo("chat");
  }

  @Test
  void whatAToolDoesIsBelowTheSpanOfThatTool() {
    Gatewayz client = traced();
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> {
                telemetry
                    .getOpenTelemetry()
                    .getTracer("a tool")
                    .spanBuilder("query of " + tool)
                    .startSpan()
                    .end();
                return client.completeAsync(Asking.ask("a question of " + tool));
              };
            },
            "look",
            "find");
    gateway.respond(
        request -> {
          boolean isFirst = !request.bodyText().contains("\"tool\"");
          return isFirst && request.bodyText().contains("Hello")
              ? Reply.toolCalls(new FunctionCall("look", "{}"), new FunctionCall("find", "{}"))
              : Reply.text("ok");
        });

    Probe.all(Prompts.of(client).text(Asking.greeting("P.p").render().raw(0).tools(tools, 2)))
        .awaitCompletion();

    List<SpanData> spans = telemetry.getSpans();
    assertThat(spans).hasSize(7);
    for (String tool : List.of("look", "find")) {
      String id =
          spans.stream()
              .filter(span -> span.getName().equals("execute_tool " + tool))
              .findFirst()
              .orElseThrow()
              .getSpanId();
      assertThat(spans.stream().filter(span -> span.getParentSpanId().equals(id)))
          .extracting(SpanData::getName)
          .containsExactlyInAnyOrder("query of " + tool, "chat openai/gpt-4o-mini");
    }
  }

  @Test
  void aToolOfACallThatIsCancelledEndsItsSpanFirst() throws InterruptedException {
    Gatewayz client = traced();
    CountDownLatch running = new CountDownLatch(1);
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> {
                running.countDown();
                return new CompletableFuture<>();
              };
            },
            "look");
    gateway.reply(Reply.toolCalls(new FunctionCall("look", "{}")));

    CompletableFuture<String> call =
        Prompts.of(client)
            .callAsync(
                Asking.greeting("Greeter.look").render().raw(0).tools(tools, 2), AnswerType.TEXT);
    running.await();
    call.cancel(true);
    client.close();

    assertThat(telemetry.getSpans())
        .extracting(SpanData::getName, span -> text(span, "error.type"))
        .containsExactly(
            tuple("execute_tool look", "cancelled"), tuple("chat openai/gpt-4o-mini", "cancelled"));
  }

  @Test
  void aStatusShowsNothingOfTheAnswer() {
    Gatewayz client = traced();
    gateway.reply(Reply.text("the patient, Mrs Jones, has had a stroke"));
    Prompt greet =
        Prompt.of(
            "Doctor.count",
            "0",
            "gatewayz/openai/gpt-4o-mini",
            "",
            "{\"role\":\"user\",\"content\":\"Hello\"}");

    assertThrows(
        GatewayzException.class,
        () -> Prompts.of(client).call(greet.render().raw(0), AnswerType.of(JsonIn::int32)));

    assertThat(onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(onlySpan().toString()).doesNotContain("Jones");
  }

  @Test
  void spansEndHoweverTheCallIsAnswered() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .telemetry(new OpenTelemetryBridge(telemetry.getOpenTelemetry()))
                    .interceptor(
                        new Interceptor() {
                          @Override
                          public OutgoingCall request(OutgoingCall call) {
                            if (call.json().contains("refused")) {
                              throw new IllegalStateException("refused");
                            }
                            return call;
                          }
                        })
                    .interceptor(new Caching(new CaffeineAnswerCache(10, Duration.ofMinutes(1)))));

    client.complete(HELLO);
    client.complete(HELLO);
    assertThrows(IllegalStateException.class, () -> client.complete(ask("refused")));
    Probe.all(client.stream(ask("refused"))).awaitFailure(IllegalStateException.class);
    Probe.of(client.stream(ask("never begun"))).cancel();

    assertThat(telemetry.getSpans()).hasSize(5).allMatch(SpanData::hasEnded);
    assertThat(telemetry.getSpans())
        .extracting(span -> text(span, "error.type"))
        .containsExactlyInAnyOrder(null, null, "IllegalStateException", "_OTHER", "cancelled");
  }

  @Test
  void toolsCallbacksAndSubscribersAreInTheContextOfTheCaller() throws Exception {
    ContextKey<String> tenant = ContextKey.named("tenant");
    List<String> seen = new CopyOnWriteArrayList<>();
    Gatewayz client = traced();
    gateway.reply(
        Reply.toolCalls(new FunctionCall("look", "{}")),
        Reply.text("ok"),
        Reply.text("ok"),
        Reply.chunks("a", "b"));
    Prompt prompt =
        Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"Look.\"}");
    Tools tools =
        Tools.of(
            (name, in) -> {
              in.skip();
              return () -> seen.add("tool " + Context.current().get(tenant));
            },
            "look");

    Scope scope = Context.current().with(tenant, "acme").makeCurrent();
    try {
      Prompts.of(client)
          .callAsync(prompt.render().raw(0).tools(tools, 8), AnswerType.TEXT)
          .thenRun(() -> seen.add("callback " + Context.current().get(tenant)))
          .join();
      client
          .completeAsync(HELLO)
          .thenRun(() -> seen.add("whole " + Context.current().get(tenant)))
          .join();
      Probe.of(client.stream(HELLO), chunk -> seen.add("chunk " + Context.current().get(tenant)))
          .request(100)
          .awaitCompletion();
    } finally {
      scope.close();
    }

    assertThat(seen)
        .contains("tool acme", "callback acme", "whole acme", "chunk acme")
        .allMatch(line -> line.endsWith(" acme"));
    assertThat(Context.current().get(tenant)).isNull();
  }

  private static String text(SpanData span, String name) {
    return span.getAttributes().get(stringKey(name));
  }

  private static long number(SpanData span, String name) {
    Long value = span.getAttributes().get(longKey(name));
    return value == null ? -1 : value;
  }
}
