package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.ToolFailedException;
import dev.gatewayz.error.ToolRoundsExceededException;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that were compiled here call the tools of their prompts. */
class ToolRunTest {
  private static final Pattern RESULT =
      Pattern.compile("\\{\"role\":\"tool\",\"content\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final String HEADER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      import java.io.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      """;

  private static final String PLANNER =
      HEADER
          + """
      @GatewayzClient(model = "gatewayz/a/b")
      interface Planner {
        @GatewayzPrompt(value = "Plan.", tools = {Weather.class, Days.class}, maxToolRounds = 2)
        String plan();
        @GatewayzPrompt(value = "Plan.", tools = {Weather.class, Days.class})
        Flow.Publisher<String> stream();
        @GatewayzPrompt(value = "Rate.", tools = Days.class, repair = 1)
        CompletableFuture<Integer> rate();
        enum Sky { CLEAR, CLOUDY }
        record Hour(int hour, double degrees, Optional<Hour> next) {}
        record Forecast(String city, Sky sky, List<Hour> hours) {}
      }
      """;

  private static final String WEATHER =
      HEADER
          + """
      class Weather {
        @GatewayzTool("The weather of a city.")
        Planner.Forecast forecast(String city, @Range(min = 1, max = 7) int days) {
          Planner.Hour last = new Planner.Hour(days, 20.5, Optional.empty());
          return new Planner.Forecast(city, Planner.Sky.CLEAR,
              List.of(new Planner.Hour(0, -1, Optional.of(last))));
        }
        @GatewayzTool("Later.")
        CompletableFuture<List<Planner.Hour>> later(Planner.Hour hour) {
          return CompletableFuture.supplyAsync(() -> List.of(hour));
        }
        @GatewayzTool("Nothing.")
        void nothing() {}
        @GatewayzTool(value = "Somebody must agree.", approval = true)
        void agreed() {}
        @GatewayzTool("Fails.")
        void fails() throws IOException { throw new IOException("no network"); }
        @GatewayzTool(value = "Fails for good.", fatal = IOException.class)
        void failsForGood() throws IOException { throw new FileNotFoundException("no file"); }
      }
      """;

  private static final String DAYS =
      HEADER
          + """
      class Days implements Named<LocalDate> {
        public String name(LocalDate of, Planner.Sky sky) {
          return of.getDayOfWeek() + (sky == null ? "" : " " + sky);
        }
      }
      """;

  private static final String NAMED =
      HEADER
          + """
      interface Named<T> {
        /**
         * The name of a day.
         * @param of the day
         */
        @GatewayzTool
        String name(T of, Planner.@org.jspecify.annotations.Nullable Sky sky);
      }
      """;

  private final MockGateway gateway = MockGateway.start();
  private final Gatewayz gatewayz =
      Gatewayz.builder().apiKey("test").apiBase(gateway.apiBase()).noProxy().build();
  private static Compilation compilation;
  private Generated client;

  @BeforeEach
  void compile() {
    if (compilation == null) {
      compilation = Compilation.javac(PLANNER, WEATHER, DAYS, NAMED);
    }
    client =
        Generated.withTools(
            compilation, "run.GatewayzPlanner", gatewayz, "run.Weather", "run.Days");
  }

  @AfterEach
  void close() {
    gatewayz.close();
    gateway.close();
  }

  private List<String> results() {
    List<String> results = new ArrayList<>();
    Matcher matcher = RESULT.matcher(gateway.takeRequest().bodyText());
    while (matcher.find()) {
      results.add(matcher.group(1).replace("\\\"", "\""));
    }
    return results;
  }

  @Test
  void argumentsAreDecodedAndResultsWritten() {
    gateway.reply(
        Reply.toolCalls(
            new FunctionCall("forecast", "{\"city\":\"Paris\",\"days\":3}"),
            new FunctionCall("later", "{\"hour\":{\"hour\":1,\"degrees\":2,\"next\":null}}"),
            new FunctionCall("nothing", "{}"),
            new FunctionCall("fails", ""),
            new FunctionCall("name", "{\"of\":\"2026-11-24\",\"sky\":\"CLOUDY\"}"),
            new FunctionCall("name", "{\"of\":\"2026-11-24\"}")),
        Reply.text("Stay in."));

    assertThat(client.call("plan")).isEqualTo("Stay in.");

    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "{\"type\":\"function\",\"function\":{\"name\":\"name\",\"description\":\"The name of a"
                + " day.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"of\":{\"type\":"
                + "\"string\",\"format\":\"date\",\"description\":\"the day\"}");
    assertThat(results())
        .containsExactly(
            "{\"city\":\"Paris\",\"sky\":\"CLEAR\",\"hours\":[{\"hour\":0,\"degrees\":-1.0,\"next\":"
                + "{\"hour\":3,\"degrees\":20.5,\"next\":null}}]}",
            "[{\"hour\":1,\"degrees\":2.0,\"next\":null}]",
            "done",
            "The tool failed: IOException: no network",
            "TUESDAY CLOUDY",
            "TUESDAY");
  }

  @Test
  void theModelIsToldWhatItGotWrong() {
    gateway.reply(
        Reply.toolCalls(
            new FunctionCall("forecast", "{\"city\":\"Paris\",\"days\":9}"),
            new FunctionCall("later", "{\"hour\":{\"hour\":1,\"degrees\":2,\"next\":{}}}"),
            new FunctionCall("name", "{\"of\":\"today\"}"),
            new FunctionCall("rain", "{}")),
        Reply.text("Sorry."));

    client.call("plan");

    gateway.takeRequest();
    assertThat(results())
        .containsExactly(
            "The arguments do not fit. days: expected a whole number from 1 to 7, found 9.",
            "The arguments do not fit. hour.next.hour: expected a value, found nothing.",
            "The arguments do not fit. of: expected a date, found the text \"today\".",
            "There is no tool rain. Tools: forecast, later, nothing, agreed, fails, failsForGood, name.");
  }

  @Test
  void whatIsDeclaredFatalEndsTheCall() {
    gateway.reply(Reply.toolCalls(new FunctionCall("failsForGood", "{}")));
    ToolFailedException failure =
        assertThrows(ToolFailedException.class, () -> client.call("plan"));
    assertThat(failure).hasCauseInstanceOf(IOException.class).hasMessageContaining("no file");
  }

  @Test
  void whatNeedsAnApprovalDoesNotRunWithoutOne() {
    gateway.reply(Reply.toolCalls(new FunctionCall("agreed", "{}")));
    ApprovalRequiredException failure =
        assertThrows(ApprovalRequiredException.class, () -> client.call("plan"));
    assertThat(failure.wanted()).extracting("name").containsExactly("agreed");
    assertThat(failure.promptId()).endsWith("Planner.plan");
  }

  @Test
  void roundsEndWhereThePromptSays() {
    gateway.respond(request -> Reply.toolCalls(new FunctionCall("nothing", "{}")));
    ToolRoundsExceededException failure =
        assertThrows(ToolRoundsExceededException.class, () -> client.call("plan"));
    assertThat(failure.rounds()).isEqualTo(2);
  }

  @Test
  void toolsAndRepairsTakeTurns() {
    FunctionCall today = new FunctionCall("name", "{\"of\":\"2026-11-24\"}");
    gateway.reply(
        Reply.toolCalls(today),
        Reply.text("{\"value\":\"high\"}"),
        Reply.toolCalls(today),
        Reply.text("{\"value\":5}"));
    assertThat(((CompletableFuture<?>) client.call("rate")).join()).isEqualTo(5);
    gateway.reply(
        Reply.text("{\"value\":\"high\"}"),
        Reply.toolCalls(today),
        Reply.text("{\"value\":\"?\"}"));
    assertThrows(
        CompletionException.class, () -> ((CompletableFuture<?>) client.call("rate")).join());
  }

  @Test
  void streamsGoOnAfterTheirTools() {
    gateway.reply(Reply.toolCalls(new FunctionCall("nothing", "{}")), Reply.chunks("Stay", " in."));
    List<Object> pieces = new ArrayList<>();
    CompletableFuture<Void> end = new CompletableFuture<>();
    ((Flow.Publisher<?>) client.call("stream"))
        .subscribe(
            new Flow.Subscriber<Object>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(Object piece) {
                pieces.add(piece);
              }

              @Override
              public void onError(Throwable failure) {
                end.completeExceptionally(failure);
              }

              @Override
              public void onComplete() {
                end.complete(null);
              }
            });
    end.join();
    assertThat(pieces).containsExactly("Stay", " in.");
  }

  @Test
  void createSaysThatObjectsAreMissing() {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> gatewayz.create(client.type()));
    assertThat(failure)
        .hasMessage(
            "run.GatewayzPlanner needs a tool of type run.Weather: pass one to create(…), or use its"
                + " constructor.");
  }
}
