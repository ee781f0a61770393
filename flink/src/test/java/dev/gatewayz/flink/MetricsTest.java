package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** What Flink's metrics say of a step is what the gateway has seen. */
class MetricsTest {
  private static final int ROWS = 40;
  private static final int IN_FLIGHT = 8;
  private static final int AT_ONCE = 3;

  private static PromptStep<GatewayzTickets, String, String> step(
      StreamExecutionEnvironment job, MockGateway gateway) {
    // Two rows that are not asked about: one has no key, another one's comes twice.
    String[] rows =
        Stream.concat(
                IntStream.range(0, ROWS).mapToObj(id -> id + ":ask about " + id),
                Stream.of("no key", "7:again"))
            .toArray(String[]::new);
    return Prompts.on(job.fromData(rows))
        .client(Cluster.client(gateway).concurrency(AT_ONCE, AT_ONCE))
        .prompts(GatewayzTickets::new)
        .key(line -> line.substring(0, line.indexOf(':')))
        .ask((tickets, line) -> tickets.echo(line), String.class)
        .firstPause(Duration.ofMillis(5))
        .inFlight(IN_FLIGHT);
  }

  @Test
  void metricsSayWhatTheGatewayHasSeen() throws Exception {
    Gate answering = Gate.closed();
    AtomicInteger failures = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(
          request -> {
            if (request.prompt().endsWith("about 5")) {
              return ErrorReply.envelope(400, "BAD", "No such thing.").first(Step.await(answering));
            }
            if (request.prompt().endsWith("about 6") && failures.incrementAndGet() <= 2) {
              return ErrorReply.html(502).first(Step.await(answering));
            }
            answered.incrementAndGet();
            return Reply.text("ok").usage(10, 4).first(Step.await(answering));
          });
      StreamExecutionEnvironment environment = Cluster.environment();
      Asked<String, String> asked = step(environment, gateway).apply("measured");
      String answers = Cluster.write(asked.answers());
      String dead = Cluster.write(asked.deadLetters());
      JobID job = Cluster.submit(environment);

      answering.awaitWaiting(AT_ONCE, Duration.ofSeconds(60));
      assertThat(of(job, "window")).isEqualTo(AT_ONCE);
      assertThat(of(job, "answers")).isZero();
      answering.open();
      Cluster.await(job).toJobExecutionResult(getClass().getClassLoader());

      assertThat(of(job, "answers")).isEqualTo(Cluster.written(answers).size()).isEqualTo(ROWS - 1);
      assertThat(of(job, "deadLetters")).isEqualTo(1);
      assertThat(KeptMetrics.value(job, "measured: keys", 0, "deadLetters").longValue())
          .as("rows without a key of their own")
          .isEqualTo(Cluster.written(dead).size() - 1)
          .isEqualTo(2);
      assertThat(of(job, "attempts"))
          .isEqualTo(of(job, "calls"))
          .isEqualTo(gateway.requests().size())
          .isEqualTo(ROWS + 2);
      assertThat(of(job, "askedAgain")).isEqualTo(2);
      assertThat(of(job, "promptTokens")).isEqualTo(10L * answered.get());
      assertThat(of(job, "completionTokens")).isEqualTo(4L * answered.get());
      assertThat(KeptMetrics.value(job, "measured", 0, "cost").doubleValue())
          .as("at $0.15 and $0.60 for a million tokens")
          .isCloseTo(
              answered.get() * (10 * 0.15 + 4 * 0.6) / 1e6,
              org.assertj.core.data.Offset.offset(1e-12));
      assertThat(of(job, "window")).isEqualTo(gateway.counters().mostRequestsOpen());
      assertThat(of(job, "inFlight")).isZero();
    }
  }

  private static long of(JobID job, String name) {
    return KeptMetrics.value(job, "measured", 0, name).longValue();
  }
}
