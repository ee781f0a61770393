package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Fallback;
import dev.gatewayz.RetryPolicy;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.Fault;
import dev.gatewayz.flink.Tickets.Team;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A gateway that fails in every way, and what becomes of each row. */
class FailuresTest {
  private static final int ROWS = 300;
  private static final long POISON = 123;
  private static final long DOWN = 77;
  private static final String CHEAP = "gatewayz/openai/gpt-4o-mini";
  private static final String OTHER = "gatewayz/openai/gpt-4o";

  /** What the gateway does with one request. */
  private enum Fate {
    ANSWER,
    UNFIT,
    REFUSAL,
    LIMIT,
    LIMIT_WITH_WAIT,
    BROKEN,
    BUSY,
    CUT,
    CUT_IN_ANSWER;

    Reply reply(long row) {
      return switch (this) {
        case ANSWER ->
            Reply.text("{\"name\":\"team " + row + "\",\"urgency\":" + row + "}").usage(10, 5);
        case UNFIT -> Reply.text("Row " + row + " goes to billing.").usage(20, 7);
        case REFUSAL -> ErrorReply.envelope(400, "BAD", "No such thing.");
        case LIMIT -> ErrorReply.envelope(429, "RATE_LIMIT_EXCEEDED", "Slower.");
        case LIMIT_WITH_WAIT ->
            ErrorReply.envelope(429, "RATE_LIMIT_EXCEEDED", "Slower.")
                .header("retry-after-ms", "3");
        case BROKEN -> ErrorReply.envelope(500, "INTERNAL_ERROR", "Oh.");
        case BUSY -> ErrorReply.envelope(503, "SERVICE_UNAVAILABLE", "Busy.");
        case CUT -> Reply.disconnect();
        case CUT_IN_ANSWER -> ANSWER.reply(row).afterBytes(20, Step.close());
      };
    }

    int completionTokens() {
      return this == ANSWER ? 5 : this == UNFIT ? 7 : 0;
    }

    /** As the gateway bills every model. */
    BigDecimal cost() {
      return new BigDecimal(this == ANSWER ? "0.0000045" : this == UNFIT ? "0.0000072" : "0");
    }
  }

  /** A request about a row. */
  private record Seen(String model, Fate fate) {}

  /** Decides about each request by the row and which request about it this is. */
  private static final class Fates {
    private static final Fate[] LIMITS = {Fate.LIMIT, Fate.LIMIT_WITH_WAIT, Fate.BUSY};
    private static final Fate[] BREAKS = {Fate.BROKEN, Fate.CUT, Fate.CUT_IN_ANSWER};
    private final Map<Long, List<Seen>> seen = new HashMap<>();

    synchronized Reply reply(RecordedRequest request) {
      String prompt = request.prompt();
      long row = Long.parseLong(prompt.substring(prompt.lastIndexOf(' ') + 1));
      List<Seen> before = seen.computeIfAbsent(row, first -> new ArrayList<>());
      Fate fate = fate(row, before.size());
      before.add(new Seen(request.model().map(model -> "gatewayz/" + model).orElseThrow(), fate));
      return fate.reply(row);
    }

    private static Fate fate(long row, int time) {
      if (row == POISON) {
        return Fate.REFUSAL;
      }
      // Neighbours of a seed begin alike.
      Random random = new Random((row * 1000 + time) * 0x9E3779B97F4A7C15L);
      int dice = random.nextInt(100);
      if (row == DOWN) {
        return Fate.BROKEN;
      }
      if (dice < 25) {
        Fate[] passing = dice < 6 ? LIMITS : BREAKS;
        return passing[random.nextInt(passing.length)];
      }
      return dice < 29 ? Fate.UNFIT : Fate.ANSWER;
    }

    synchronized List<Seen> of(String row) {
      return List.copyOf(seen.get(Long.parseLong(row)));
    }
  }

  private static ClientSource client(MockGateway gateway) {
    String base = gateway.apiBase();
    return ClientSource.fromEnvironment()
        .named(base)
        .concurrency(32, 64)
        .with(
            builder ->
                builder
                    // HTTP/1.1: what is cut is one request.
                    .apiBase(base)
                    .retries(RetryPolicy.standard(1).withFirstWait(Duration.ofMillis(2)))
                    .options(
                        "dev.gatewayz.flink.Tickets",
                        CallOptions.builder().fallback(Fallback.model(OTHER)).build()));
  }

  @Test
  void eachRowHasOneOutcomeWithItsReasonWhateverTheGatewayDoes() throws Exception {
    Fates fates = new Fates();
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(fates::reply);
      StreamExecutionEnvironment job = Cluster.environment();
      Asked<Long, Team> asked =
          Prompts.on(job.fromSequence(1, ROWS))
              .client(client(gateway))
              .prompts(GatewayzTickets::new)
              .key(row -> row)
              .ask((tickets, row) -> tickets.team("row " + row), Team.class)
              .firstPause(Duration.ofMillis(5))
              .patience(Duration.ofMillis(500))
              .inFlight(64)
              .apply("teams");
      String answers = Cluster.write(asked.answers());
      String dead = Cluster.write(asked.deadLetters());
      Cluster.run(job);

      List<Answer<Long, Team>> answered = Cluster.written(answers);
      List<DeadLetter<Long>> letters = Cluster.written(dead);
      assertThat(
              Stream.concat(
                  answered.stream().map(Answer::key), letters.stream().map(DeadLetter::key)))
          .hasSize(ROWS)
          .doesNotHaveDuplicates();
      for (Answer<Long, Team> answer : answered) {
        List<Seen> seen = fates.of(answer.key());
        assertThat(last(seen).fate()).as("%s: %s", answer, seen).isEqualTo(Fate.ANSWER);
        assertThat(answer.value())
            .isEqualTo(new Team("team " + answer.row(), answer.row().intValue()));
        assertUsage(answer.key(), answer.usage(), seen);
      }
      for (DeadLetter<Long> letter : letters) {
        List<Seen> seen = fates.of(letter.key());
        assertReason(letter, last(seen).fate());
        assertUsage(letter.key(), letter.usage(), seen);
      }
      assertThat(answered).extracting(Answer::usage).anyMatch(usage -> usage.attempts() > 2);
      assertThat(answered.stream().flatMap(answer -> answer.usage().models().stream()))
          .contains(CHEAP, OTHER);
      assertThat(letters)
          .extracting(DeadLetter::errorType)
          .contains(AnswerFormatException.class.getName());
      assertThat(letters.stream().filter(letter -> letter.row() == POISON))
          .singleElement()
          .satisfies(letter -> assertThat(letter.usage().attempts()).isEqualTo(1));
      assertThat(letters).extracting(DeadLetter::row).contains(DOWN);
    }
  }

  @Test
  void aCascadeReportsWhatItHasCostWhateverTheGatewayDoes() throws Exception {
    Fates fates = new Fates();
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(fates::reply);
      StreamExecutionEnvironment job = Cluster.environment();
      Asked<Long, String> asked =
          Prompts.on(job.fromSequence(1, ROWS))
              .client(client(gateway))
              .prompts(GatewayzTickets::new)
              .key(row -> row)
              .ask((tickets, row) -> tickets.echo("row " + row), String.class)
              .cascade(
                  answer -> answer.startsWith("{"),
                  (tickets, row) -> tickets.betterEcho("row " + row))
              .firstPause(Duration.ofMillis(5))
              .patience(Duration.ofMillis(500))
              .inFlight(64)
              .apply("cascade");
      String answers = Cluster.write(asked.answers());
      String dead = Cluster.write(asked.deadLetters());
      Cluster.run(job);

      List<Answer<Long, String>> answered = Cluster.written(answers);
      List<DeadLetter<Long>> letters = Cluster.written(dead);
      assertThat(answered.size() + letters.size()).isEqualTo(ROWS);
      BigDecimal total = BigDecimal.ZERO;
      int both = 0;
      for (Answer<Long, String> answer : answered) {
        List<Seen> seen = fates.of(answer.key());
        BigDecimal billed =
            seen.stream().map(one -> one.fate().cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(answer.usage().cost()).as("%s", seen).isEqualByComparingTo(billed);
        assertThat(answer.usage().completionTokens())
            .isEqualTo(seen.stream().mapToInt(one -> one.fate().completionTokens()).sum());
        both += seen.stream().anyMatch(one -> one.fate() == Fate.UNFIT) ? 1 : 0;
        total = total.add(billed);
      }
      assertThat(total).isPositive();
      assertThat(both).as("rows that a better model was asked about").isGreaterThan(3);
      assertThat(letters).extracting(DeadLetter::row).contains(POISON, DOWN);
    }
  }

  private static void assertReason(DeadLetter<Long> letter, Fate last) {
    switch (last) {
      case UNFIT -> {
        assertThat(letter.errorType()).isEqualTo(AnswerFormatException.class.getName());
        assertThat(letter.fault()).isEqualTo(Fault.REQUEST);
        assertThat(letter.partialText()).contains("Row " + letter.key() + " goes");
      }
      case REFUSAL -> {
        assertThat(letter.errorType()).isEqualTo(BadRequestException.class.getName());
        assertThat(letter.fault()).isEqualTo(Fault.REQUEST);
        assertThat(letter.row()).isEqualTo(POISON);
        assertThat(letter.error()).contains("No such thing.");
      }
      default -> {
        assertThat(letter.fault()).as("%s", letter).isEqualTo(Fault.TRANSIENT);
        int times = letter.usage().calls();
        if (times > 1) {
          assertThat(letter.error()).contains("Asked " + times + " times in ");
        }
      }
    }
  }

  /** What the row says that it has used is what the gateway saw. */
  private static void assertUsage(String key, RowUsage usage, List<Seen> seen) {
    // A used connection that ends without a word is replaced, which is no attempt.
    int replaced = (int) seen.stream().filter(one -> one.fate() == Fate.CUT).count();
    assertThat(usage.attempts())
        .as("attempts of %s: %s", key, seen)
        .isBetween(seen.size() - replaced, seen.size());
    assertThat(usage.models()).as("a model for each call").hasSize(usage.calls());
    assertThat(last(usage.models())).as("%s", seen).isEqualTo(last(seen).model());
    assertThat(usage.completionTokens()).isEqualTo(last(seen).fate().completionTokens());
    assertThat(usage.cost()).isEqualByComparingTo(last(seen).fate().cost());
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
