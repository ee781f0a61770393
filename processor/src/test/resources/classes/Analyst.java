package golden;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.annotation.DeadlineMillis;
import dev.gatewayz.annotation.Describe;
import dev.gatewayz.annotation.Extra;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.GatewayzTool;
import dev.gatewayz.annotation.Json;
import dev.gatewayz.annotation.Range;
import dev.gatewayz.annotation.Untrusted;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** One prompt of every kind. */
@GatewayzClient(model = "gatewayz/a/b", system = "You are {{role}}.", temperature = 0.5)
@DeadlineMillis(total = 60_000)
public interface Analyst {

  @GatewayzPrompt(
      value = "Sum up{{#points}} {{.}};{{/points}}{{^points}} nothing{{/points}}",
      fallbacks = "gatewayz/c/d",
      reasoningEffort = "low",
      extra = @Extra(name = "top_k", json = "40"),
      acceptTruncated = true)
  String text(String role, List<String> points);

  @GatewayzPrompt(value = "Read {{order}}, {{note}}", unset = "system")
  CompletableFuture<String> future(@Json Order order, @Untrusted String note, CallOptions options);

  @GatewayzPrompt("Go on: {{question}}")
  Completion<String> history(String role, List<Message> before, Optional<String> question);

  @GatewayzPrompt(value = "Stream.", unset = "system")
  Flow.Publisher<String> publisher();

  @GatewayzPrompt(value = "Stream.", unset = "system")
  AnswerStream<ChatChunk> chunks();

  @GatewayzPrompt(value = "Stream.", unset = "system")
  Stream<String> stream();

  @GatewayzPrompt(value = "Report.", unset = "system", repair = 1)
  Report report();

  @GatewayzPrompt(value = "Report.", unset = "system", strict = false)
  Completion<Map<String, Integer>> counts();

  @GatewayzPrompt(value = "List.", unset = "system")
  Stream<Row> rows();

  @GatewayzPrompt(value = "Decide.", unset = "system")
  CompletableFuture<Verdict> verdict();

  @GatewayzPrompt(
      value = "Use tools.",
      unset = "system",
      tools = Weather.class,
      toolChoice = "auto",
      maxToolRounds = 2)
  String tools();

  record Order(int id, BigDecimal total, List<Row> rows) {}

  record Row(String name, double amount) {}

  record Report(
      String title,
      @Range(min = 1, max = 5) int stars,
      LocalDate day,
      Optional<String> note,
      List<Row> rows,
      Verdict verdict) {}

  enum Verdict {
    GOOD,
    BAD
  }

  class Weather {

    @GatewayzTool("The weather of a city.")
    public Row weather(@Describe("with its country") String city, @Range(min = 1, max = 7) int days) {
      return new Row(city, days);
    }
  }
}
