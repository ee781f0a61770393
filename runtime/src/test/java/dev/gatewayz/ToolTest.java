package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.error.ToolFailedException;
import dev.gatewayz.error.ToolRoundsExceededException;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools run between an answer that asks for them and the next request. */
class ToolTest extends Calls {
  private static final Prompt ASK =
      Prompt.of(
          "Weatherman.ask",
          "0",
          "gatewayz/openai/gpt-4o-mini",
          "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"forecast\",\"parameters\":{}}}]",
          "{\"role\":\"user\",\"content\":\"Weather?\"}");

  /** What a test's tool does with its one argument. */
  private interface Forecast {
    Object of(String city) throws Exception;
  }

  /** Written as the processor writes them. */
  private static Tools tools(Forecast forecast) {
    return Tools.of((tool, in) -> invocation(tool, in, forecast), "forecast", "fatal", "none");
  }

  private static Tools.Invocation invocation(String tool, JsonIn in, Forecast forecast) {
    String city = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "city" -> city = in.string();
        default -> in.skip();
      }
    }
    if (tool.equals("none")) {
      return () -> forecast.of("nowhere");
    }
    String where = in.required("city", city);
    Tools.Invocation invocation = () -> forecast.of(where);
    return tool.equals("fatal") ? invocation.fatal(IllegalStateException.class) : invocation;
  }

  private static Rendering ask(Tools tools) {
    return ASK.render().raw(0).tools(tools, 8);
  }

  private static Reply wants(String tool, String arguments) {
    return Reply.toolCalls(new FunctionCall(tool, arguments)).usage(10, 5);
  }

  private static Reply wantsParis() {
    return wants("forecast", "{\"city\":\"Paris\"}");
  }

  private static Reply says(String text) {
    return Reply.text(text).usage(10, 5);
  }

  /** What the model is told about the only call of a tool. */
  private String told(Gatewayz client, Forecast forecast, Reply wanted) {
    gateway.reply(wanted, says("ok"));
    assertThat(Prompts.of(client).call(ask(tools(forecast)), AnswerType.TEXT)).isEqualTo("ok");
    gateway.takeRequest();
    return result(gateway.takeRequest());
  }

  private static String result(RecordedRequest request) {
    String body = request.bodyText();
    int start = body.indexOf("{\"role\":\"tool\",\"content\":\"") + 26;
    return body.substring(start, body.indexOf("\",\"tool_call_id\"", start)).replace("\\\"", "\"");
  }

  @Test
  void theModelIsToldWhatAToolReturned() {
    Gatewayz client = client();
    gateway.reply(wantsParis(), says("Sunny."));

    Completion<String> answer =
        Prompts.of(client).complete(ask(tools(city -> "sun in " + city)), AnswerType.TEXT);

    assertThat(answer.value()).isEqualTo("Sunny.");
    assertThat(answer.attempts()).isEqualTo(2);
    assertThat(answer.usage().totalTokens()).isEqualTo(30);
    String first = gateway.takeRequest().bodyText();
    assertThat(gateway.takeRequest().bodyText())
        .matches(
            "\\Q"
                + first.substring(0, first.indexOf("],\"tools\""))
                + ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"\\E(.*)\\Q\","
                + "\"type\":\"function\",\"function\":{\"name\":\"forecast\","
                + "\"arguments\":\"{\\\"city\\\":\\\"Paris\\\"}\"}}]},"
                + "{\"role\":\"tool\",\"content\":\"sun in Paris\",\"tool_call_id\":\"\\E\\1\\Q\"}"
                + first.substring(first.indexOf("],\"tools\""))
                + "\\E");
    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.calls()).isEqualTo(1);
    assertThat(row.attempts()).isEqualTo(2);
    assertThat(row.totalTokens()).isEqualTo(30);
  }

  @Test
  void resultsAreTextOrJson() {
    Gatewayz client = client();
    assertThat(told(client, city -> null, wantsParis())).isEqualTo("null");
    assertThat(told(client, city -> 3, wantsParis())).isEqualTo("3");
    assertThat(told(client, city -> Outcome.SUCCESS, wantsParis())).isEqualTo("SUCCESS");
    assertThat(told(client, city -> Optional.empty(), wantsParis())).isEqualTo("null");
    assertThat(told(client, city -> List.of("a", 1, true), wantsParis()))
        .isEqualTo("[\"a\",1,true]");
    assertThat(told(client, city -> new int[] {1, 2}, wantsParis())).isEqualTo("[1,2]");
    assertThat(
            told(
                client,
                city -> Map.of("x", List.of(Map.of("y", Optional.of(Double.NaN)))),
                wantsParis()))
        .isEqualTo("{\"x\":[{\"y\":\"NaN\"}]}");
    assertThat(told(client, city -> CompletableFuture.supplyAsync(() -> "later"), wantsParis()))
        .isEqualTo("later");
  }

  @Test
  void theModelIsToldWhatItGotWrong() {
    Gatewayz client = client();
    assertThat(told(client, city -> "x", wants("forecats", "{}")))
        .isEqualTo("There is no tool forecats. Tools: forecast, fatal, none.");
    assertThat(told(client, city -> "x", wants("forecast", "{}")))
        .isEqualTo("The arguments do not fit. city: expected a value, found nothing.");
    assertThat(told(client, city -> "x", wants("forecast", "{\"city\":[]}")))
        .isEqualTo("The arguments do not fit. city: expected text, found a list.");
    assertThat(told(client, city -> "x", wants("forecast", "{\"city\":\"Par")))
        .startsWith("The arguments do not fit. city: expected JSON");
    assertThat(told(client, city -> "to " + city, wants("forecast", "```{\"city\":\"Paris\",}```")))
        .isEqualTo("to Paris");
    assertThat(told(client, city -> "to " + city, wants("none", ""))).isEqualTo("to nowhere");
  }

  @Test
  void theModelIsToldOfExceptions() {
    Gatewayz client = client();
    Forecast failing =
        city -> {
          throw new IllegalStateException("no data for " + city);
        };
    assertThat(told(client, failing, wantsParis()))
        .isEqualTo("The tool failed: IllegalStateException: no data for Paris");
    assertThat(
            told(
                client,
                city -> CompletableFuture.failedFuture(new IllegalStateException("later")),
                wantsParis()))
        .isEqualTo("The tool failed: IllegalStateException: later");
    assertThat(
            told(
                client,
                city -> {
                  throw new IllegalStateException("401 for " + Wire.KEY);
                },
                wantsParis()))
        .isEqualTo("The tool failed: IllegalStateException: 401 for [api key]");
  }

  @Test
  void aFatalExceptionEndsTheCall() {
    Gatewayz client = client();
    gateway.respond(request -> wants("fatal", "{\"city\":\"Paris\"}"));
    IllegalStateException cause = new IllegalStateException("no licence, " + Wire.KEY);

    for (Forecast failing :
        List.<Forecast>of(
            city -> {
              throw cause;
            },
            city -> CompletableFuture.failedFuture(cause))) {
      ToolFailedException failure =
          assertThrows(
              ToolFailedException.class,
              () -> Prompts.of(client).call(ask(tools(failing)), AnswerType.TEXT));

      assertThat(failure).hasCause(cause).hasMessageContaining("no licence");
      assertThat(failure.getMessage()).doesNotContain(Wire.KEY);
      assertThat(failure.partial().usage().totalTokens()).isEqualTo(15);
    }
    ToolFailedException error =
        assertThrows(
            ToolFailedException.class,
            () ->
                Prompts.of(client)
                    .call(
                        ask(
                            tools(
                                city -> {
                                  throw new AssertionError("a bug");
                                })),
                        AnswerType.TEXT));
    assertThat(error).hasCauseInstanceOf(AssertionError.class);
    assertThat(gateway.requests()).hasSize(3);
  }

  @Test
  void callsOfOneAnswerRunAtTheSameTimeAndAreToldInTheirOrder() {
    Gatewayz client = client();
    CyclicBarrier together = new CyclicBarrier(3);
    gateway.reply(
        Reply.toolCalls(
            new FunctionCall("forecast", "{\"city\":\"A\"}"),
            new FunctionCall("forecast", "{\"city\":\"B\"}"),
            new FunctionCall("forecast", "{\"city\":\"C\"}")),
        says("ok"));

    Prompts.of(client)
        .call(
            ask(
                tools(
                    city -> {
                      together.await(20, TimeUnit.SECONDS);
                      return "in " + city;
                    })),
            AnswerType.TEXT);

    gateway.takeRequest();
    String body = gateway.takeRequest().bodyText();
    assertThat(body.substring(body.indexOf("\"role\":\"tool\"")))
        .containsSubsequence("in A", "in B", "in C");
  }

  @Test
  void roundsAreBounded() {
    Gatewayz client = client();
    gateway.respond(request -> wantsParis());

    ToolRoundsExceededException failure =
        assertThrows(
            ToolRoundsExceededException.class,
            () ->
                Prompts.of(client)
                    .call(ASK.render().raw(0).tools(tools(city -> "?"), 3), AnswerType.TEXT));

    assertThat(failure.rounds()).isEqualTo(3);
    assertThat(failure).hasMessageContaining("after 3 rounds");
    assertThat(failure.partial().toolCalls()).hasSize(1);
    assertThat(failure.partial().usage().totalTokens()).isEqualTo(60);
    assertThat(gateway.requests()).hasSize(4);
  }

  @Test
  void anAnswerThatIsCutRunsNothing() {
    Gatewayz client = client();
    gateway.respond(request -> wantsParis().finishReason("length"));
    Tools tools =
        tools(
            city -> {
              throw new AssertionError("must not run");
            });
    assertThrows(
        AnswerTruncatedException.class, () -> Prompts.of(client).call(ask(tools), AnswerType.TEXT));
    Probe.all(Prompts.of(client).text(ask(tools))).awaitFailure(AnswerTruncatedException.class);
  }

  @Test
  void aToolThatTakesTooLongIsStoppedAndTheModelTold() throws InterruptedException {
    Gatewayz client = client(builder -> builder.toolTimeout(Duration.ofMillis(100)));
    gateway.reply(
        Reply.toolCalls(
            new FunctionCall("forecast", "{\"city\":\"slow\"}"),
            new FunctionCall("forecast", "{\"city\":\"later\"}"),
            new FunctionCall("forecast", "{\"city\":\"fast\"}")),
        says("ok"));
    CountDownLatch interrupted = new CountDownLatch(1);
    CompletableFuture<String> never = new CompletableFuture<>();

    Prompts.of(client)
        .call(
            ask(
                tools(
                    city ->
                        switch (city) {
                          case "slow" -> {
                            try {
                              yield new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                            } finally {
                              interrupted.countDown();
                            }
                          }
                          case "later" -> never;
                          default -> "fast";
                        })),
            AnswerType.TEXT);

    gateway.takeRequest();
    String late = "The tool did not answer within 100 ms.";
    assertThat(gateway.takeRequest().bodyText()).containsSubsequence(late, late, "\"fast\"");
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(never).isCancelled();
  }

  @Test
  void cancellingTheCallStopsItsTools() throws Exception {
    Gatewayz client = client();
    gateway.respond(request -> wantsParis());
    CompletableFuture<String> never = new CompletableFuture<>();
    CyclicBarrier running = new CyclicBarrier(2);
    CountDownLatch interrupted = new CountDownLatch(1);
    Forecast blocking =
        city -> {
          running.await(20, TimeUnit.SECONDS);
          try {
            return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
          } finally {
            interrupted.countDown();
          }
        };

    CompletableFuture<String> call =
        Prompts.of(client).callAsync(ask(tools(blocking)), AnswerType.TEXT);
    running.await(20, TimeUnit.SECONDS);
    call.cancel(true);
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();

    Probe<String> probe =
        Probe.all(
            Prompts.of(client)
                .text(
                    ask(
                        tools(
                            city -> {
                              running.await(20, TimeUnit.SECONDS);
                              return never;
                            }))));
    running.await(20, TimeUnit.SECONDS);
    probe.cancel();
    assertThrows(CancellationException.class, () -> never.get(20, TimeUnit.SECONDS));
    assertThat(probe.isOpen()).isTrue();
    assertThat(gateway.requests()).hasSize(2);
  }

  @Test
  void oneDeadlineAndOneBudgetSpanAllRounds() {
    Gatewayz client =
        client(builder -> builder.budget(Budget.tokens("small", 100, Duration.ofHours(1))));
    gateway.respond(request -> wantsParis());
    CallOptions hurry =
        CallOptions.builder()
            .deadlines(Deadlines.DEFAULT.withTotal(Duration.ofMillis(500)))
            .build();

    assertThrows(
        DeadlineExceededException.class,
        () ->
            Prompts.of(client)
                .call(
                    ask(tools(city -> new CompletableFuture<>())).options(hurry), AnswerType.TEXT));
    BudgetExceededException refused =
        assertThrows(
            BudgetExceededException.class,
            () -> Prompts.of(client).call(ask(tools(city -> "?")), AnswerType.TEXT));

    assertThat(refused.attempts()).isGreaterThan(1);
    assertThat(client.usageTracker().snapshot().totalTokens()).isGreaterThanOrEqualTo(90);
  }

  @Test
  void toolsRunOnTheExecutorOfTheClient() {
    ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
    Gatewayz client = client(builder -> builder.toolExecutor(own));
    gateway.reply(wantsParis(), says("ok"), wantsParis());

    Prompts.of(client).call(ask(tools(city -> Thread.currentThread().getName())), AnswerType.TEXT);
    own.shutdown();

    gateway.takeRequest();
    assertThat(result(gateway.takeRequest())).isEqualTo("mine");
    ToolFailedException refused =
        assertThrows(
            ToolFailedException.class,
            () -> Prompts.of(client).call(ask(tools(city -> "?")), AnswerType.TEXT));
    assertThat(refused).hasCauseInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void toolsRunNeitherOnAnEventLoopNorOnALivingThreadAfterTheClient() throws Exception {
    Gatewayz client = client(builder -> builder.closeGrace(Duration.ofMillis(100)));
    gateway.respond(request -> wantsParis());
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<String> call =
        Prompts.of(client)
            .callAsync(
                ask(
                    tools(
                        city -> {
                          thread.complete(Thread.currentThread());
                          return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                        })),
                AnswerType.TEXT);
    Thread runner = thread.get(20, TimeUnit.SECONDS);

    client.close();

    assertThat(call)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(ClientClosedException.class);
    runner.join(20_000);
    assertThat(runner.isAlive()).isFalse();
    assertThat(runner.isDaemon()).isTrue();
    assertThat(runner.getName()).doesNotContain("loop");
  }

  @Test
  void streamsGoOnAfterTheirTools() {
    Gatewayz client = client();
    gateway.reply(
        Reply.events(
            chunk("{\"content\":\"Let me \"}", "null"),
            chunk("{\"content\":\"see. \"}", "null"),
            chunk(
                "{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"forecast\","
                    + "\"arguments\":\"{\\\"city\\\":\"}}]}",
                "null"),
            chunk(
                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"Rome\\\"}\"}}]}",
                "null"),
            chunk("{}", "\"tool_calls\""),
            "[DONE]"),
        Reply.chunks("Sun", "ny.").usage(10, 5));

    Probe<String> probe = Probe.of(Prompts.of(client).text(ask(tools(city -> "sun in " + city))));
    probe.request(1).awaitItems(1);
    // What is not asked for waits, and nothing ends.
    gateway.takeRequest();
    RecordedRequest second = gateway.takeRequest();
    assertThat(probe.items()).containsExactly("Let me ");
    assertThat(second.bodyText())
        .contains("\"content\":\"Let me see. \",\"tool_calls\":[{\"id\":\"c1\"");
    assertThat(result(second)).isEqualTo("sun in Rome");
    probe.request(2).awaitItems(3);
    assertThat(probe.isOpen()).isTrue();
    probe.request(10);

    assertThat(probe.awaitCompletion()).containsExactly("Let me ", "see. ", "Sun", "ny.");
    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.calls()).isEqualTo(1);
    assertThat(row.attempts()).isEqualTo(2);
  }

  @Test
  void usageOfStreamedRoundsAddsUp() {
    Gatewayz client = client();
    gateway.reply(
        wantsParis().usageOnEveryChunk(),
        wantsParis().usageInOwnChunk(),
        Reply.chunks("a", "b").usage(10, 5).usageOnEveryChunk());
    List<ChatChunk> chunks =
        Probe.all(Prompts.of(client).chunks(ask(tools(city -> "?")))).awaitCompletion();
    assertThat(chunks).anyMatch(chunk -> !chunk.choices().isEmpty());
    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(45);
  }

  @Test
  void aRoundOfAStreamIsRepeatedUntilItDelivers() {
    Gatewayz client = client();
    gateway.reply(
        Reply.events(
            chunk("{\"content\":\"See: \"}", "null"),
            chunk(
                "{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"none\",\"arguments\":\"\"}}]}",
                "\"tool_calls\""),
            "[DONE]"),
        ErrorReply.capacity(),
        Reply.disconnect(),
        Reply.chunks("a").noFinishReason());
    Probe<String> probe = Probe.all(Prompts.of(client).text(ask(tools(city -> "?"))));
    StreamTruncatedException cut = probe.awaitFailure(StreamTruncatedException.class);
    assertThat(cut.partial().text()).isEqualTo("See: a");
    assertThat(probe.items()).containsExactly("See: ", "a");
    assertThat(gateway.requests()).hasSize(4);
  }

  @Test
  void aRoundOfAStreamCanBeCancelled() {
    Gatewayz client = client();
    gateway.reply(wantsParis(), Reply.silence());
    Probe<String> probe = Probe.all(Prompts.of(client).text(ask(tools(city -> "?"))));
    gateway.takeRequest();
    RecordedRequest second = gateway.takeRequest();
    probe.cancel();
    assertThat(second.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
    assertThat(probe.isOpen()).isTrue();
  }

  @Test
  void elementsComeAfterToolsAndRepairsAfterToolsToo() {
    Gatewayz client = client();
    Tools tools = tools(city -> "?");
    gateway.reply(
        wantsParis(),
        Reply.text("{\"items\":[1,2,3]}"),
        wantsParis(),
        says("many"),
        wantsParis(),
        says("7"));
    assertThat(
            Probe.all(Prompts.of(client).elements(ask(tools), AnswerType.of(JsonIn::int32)))
                .awaitCompletion())
        .containsExactly(1, 2, 3);
    Completion<Integer> number =
        Prompts.of(client).complete(ask(tools).repair(1), AnswerType.of(JsonIn::int32));
    assertThat(number.value()).isEqualTo(7);
    assertThat(number.attempts()).isEqualTo(4);
    assertThat(number.usage().totalTokens()).isEqualTo(60);
  }

  /** The shapes that servers give the pieces of a tool call, one array of deltas for each chunk. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // No index at all.
        """
        [{"id":"a","function":{"name":"forecast","arguments":"{\\"city\\":"}}]
        [{"function":{"arguments":"\\"A\\"}"}}]
        [{"id":"b","function":{"name":"forecast","arguments":"{\\"city\\":\\"B\\"}"}}]""",
        // An index that is null.
        """
        [{"index":null,"id":"a","function":{"name":"forecast","arguments":"{\\"city\\":\\"A\\"}"}}]
        [{"index":null,"id":"b","function":{"name":"forecast","arguments":"{\\"city\\":\\"B\\"}"}}]""",
        // Always the same index.
        """
        [{"index":0,"id":"a","function":{"name":"forecast","arguments":"{\\"city\\":\\"A\\"}"}}]
        [{"index":0,"id":"b","function":{"name":"forecast","arguments":"{\\"city\\":\\"B\\"}"}}]""",
        // An index that changes.
        """
        [{"index":0,"id":"a","function":{"name":"forecast","arguments":"{\\"city\\":"}}]
        [{"index":1,"id":"a","function":{"arguments":"\\"A\\"}"}}]
        [{"index":2,"id":"b","function":{"name":"forecast","arguments":"{\\"city\\":\\"B\\"}"}}]""",
        // The id alone first; names that are null; arguments as an object.
        """
        [{"index":0,"id":"a"}]
        [{"index":0,"function":{"name":"forecast","arguments":null}}]
        [{"index":0,"id":null,"function":{"name":null,"arguments":"{\\"city\\":\\"A\\"}"}}]
        [{"index":1,"id":"b","type":"function","function":{"name":"forecast","arguments":{"city":"B"}}}]""",
        // Several at a time, piece by piece in turn.
        """
        [{"index":0,"id":"a","function":{"name":"forecast","arguments":""}},{"index":1,"id":"b","function":{"name":"forecast","arguments":""}}]
        [{"index":1,"function":{"arguments":"{\\"city\\":"}},{"index":0,"function":{"arguments":"{\\"city\\":"}}]
        [{"index":0,"function":{"arguments":"\\"A\\"}"}}]
        [{"index":1,"function":{"arguments":"\\"B\\"}"}}]""",
        // No ids.
        """
        [{"index":0,"function":{"name":"forecast","arguments":"{\\"city\\":\\"A\\"}"}}]
        [{"index":1,"id":"","function":{"name":"forecast","arguments":"{\\"city\\":\\"B\\"}"}}]""",
      })
  void toolCallsOfEveryShapeAreRun(String deltas) {
    Gatewayz client = client();
    String[] events =
        (deltas
                    .lines()
                    .map(delta -> chunk("{\"content\":null,\"tool_calls\":" + delta + "}", "null"))
                    .reduce("", (all, event) -> all + event + "\n")
                + chunk("{\"tool_calls\":null}", "\"tool_calls\"")
                + "\n[DONE]")
            .split("\n");
    gateway.reply(Reply.events(events), Reply.chunks("ok"));

    assertThat(
            Probe.all(Prompts.of(client).text(ask(tools(city -> "in " + city)))).awaitCompletion())
        .containsExactly("ok");

    gateway.takeRequest();
    String body = gateway.takeRequest().bodyText();
    assertThat(body).containsSubsequence("\"content\":\"in A\"", "\"content\":\"in B\"");
    assertThat(body).doesNotContain("\"id\":\"\"").doesNotContain("\"tool_call_id\":\"\"");
  }

  private static String chunk(String delta, String finishReason) {
    return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
        + "\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finishReason
        + "}]}";
  }

  @Test
  void aToolThatRunsWhenTheClientClosesIsWaitedForAndItsRoundIsSent() throws Exception {
    Gatewayz client = client();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Tools tools =
        tools(
            city -> {
              started.countDown();
              go.await();
              return "sun";
            });
    gateway.reply(wantsParis(), says("Sunny."));
    var call = Prompts.of(client).completeAsync(ask(tools), AnswerType.TEXT);
    started.await();

    CompletableFuture<Void> closed = client.closeAsync();
    // The connection is gone, for it carries nothing.
    gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
    assertThat(closed).isNotDone();
    go.countDown();

    assertThat(call.get(20, TimeUnit.SECONDS).value()).isEqualTo("Sunny.");
    closed.get(20, TimeUnit.SECONDS);
    gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
  }
}
