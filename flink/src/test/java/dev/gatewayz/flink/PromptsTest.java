package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.Fault;
import dev.gatewayz.flink.Tickets.Team;
import dev.gatewayz.flink.Tickets.Ticket;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A step asks, sorts what comes of it, and says what it cost. */
class PromptsTest {
  private static final Reply BILLING = Reply.text("{\"name\":\"billing\",\"urgency\":2}");

  private static DataStream<Ticket> tickets(StreamExecutionEnvironment job, int count) {
    return job.fromData(
        IntStream.range(0, count).mapToObj(id -> new Ticket(id, "text " + id)).toList(),
        ValueTypes.of(Ticket.class));
  }

  private static PromptStep<GatewayzTickets, Ticket, Team> step(
      DataStream<Ticket> tickets, MockGateway gateway) {
    return Prompts.on(tickets)
        .client(Cluster.client(gateway))
        .prompts(GatewayzTickets::new)
        .key(Ticket::id)
        .ask((client, ticket) -> client.team(ticket.text()), Team.class)
        .firstPause(Duration.ofMillis(10));
  }

  @Test
  void rowsAreAnsweredWithWhatTheyHaveCost() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> BILLING.usage(10, 5));
      StreamExecutionEnvironment job = Cluster.environment();
      String base = gateway.apiBase();
      Asked<Ticket, Team> asked =
          Prompts.on(tickets(job, 40))
              .client(Cluster.client(gateway))
              .prompts(GatewayzTickets::new)
              .key(Ticket::id)
              .ask((client, ticket) -> client.team(ticket.text()), Team.class)
              .apply("teams");
      String answers = Cluster.write(asked.answers());
      String dead = Cluster.write(asked.deadLetters());
      Cluster.run(job);

      List<Answer<Ticket, Team>> written = Cluster.written(answers);
      assertThat(written).hasSize(40);
      assertThat(written.stream().map(Answer::key).distinct()).hasSize(40);
      assertThat(Cluster.written(dead)).isEmpty();
      Answer<Ticket, Team> one = written.get(0);
      assertThat(one.value()).isEqualTo(new Team("billing", 2));
      assertThat(one.row().text()).isEqualTo("text " + one.key());
      assertThat(one.usage().calls()).isEqualTo(1);
      assertThat(one.usage().promptTokens()).isEqualTo(10);
      assertThat(one.usage().cost()).isEqualByComparingTo("0.0000045");
      assertThat(one.usage().models()).containsExactly("gatewayz/openai/gpt-4o-mini");
      assertThat(one.usage().promptHashes()).containsOnlyKeys("dev.gatewayz.flink.Tickets.team");
      assertThat(gateway.requests().get(0).header("authorization"))
          .contains("Bearer gw_live_of_the_task_manager");
      assertThat(SharedClient.count()).as(base + " is closed with its job").isZero();
    }
  }

  @Test
  void aRowThatFailsForGoodIsADeadLetterAndOthersGoOn() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      Map<String, Integer> times = new ConcurrentHashMap<>();
      gateway.respond(
          request -> {
            String text = request.prompt();
            int time = times.merge(text, 1, Integer::sum);
            if (text.endsWith("text 3")) {
              return ErrorReply.envelope(400, "BAD", "No such thing.");
            }
            if (text.endsWith("text 4")) {
              return Reply.text("{\"name\":\"bil");
            }
            if (text.endsWith("text 5") && time < 4) {
              return ErrorReply.html(502);
            }
            return BILLING;
          });
      StreamExecutionEnvironment job = Cluster.environment();
      Asked<Ticket, Team> asked = step(tickets(job, 20), gateway).apply("teams");
      String answers = Cluster.write(asked.answers());
      String dead = Cluster.write(asked.deadLetters());
      Cluster.run(job);

      assertThat(Cluster.<Answer<Ticket, Team>>written(answers).stream().map(Answer::key))
          .hasSize(18)
          .doesNotContain("3", "4")
          .contains("5");
      List<DeadLetter<Ticket>> letters = Cluster.written(dead);
      assertThat(letters).extracting(DeadLetter::key).containsExactlyInAnyOrder("3", "4");
      for (DeadLetter<Ticket> letter : letters) {
        assertThat(letter.fault()).isEqualTo(Fault.REQUEST);
        assertThat(letter.usage().attempts()).isEqualTo(1);
        assertThat(letter.errorType()).startsWith("dev.gatewayz.error.");
        assertThat(letter.requestId()).isNotNull();
      }
      assertThat(
              letters.stream().filter(letter -> letter.key().equals("4")).findAny().orElseThrow())
          .satisfies(letter -> assertThat(letter.partialText()).isEqualTo("{\"name\":\"bil"));
    }
  }

  @Test
  void rowsThatCannotBeReadAndKeysThatComeTwiceAreDeadLetters() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> Reply.text("ok"));
      StreamExecutionEnvironment job = Cluster.environment();
      Asked<String, String> asked =
          Prompts.on(job.fromData("1:a", "2:b", "poison", "1:c", "3:deep", "4:d"))
              .client(Cluster.client(gateway))
              .prompts(GatewayzTickets::new)
              .key(line -> line.substring(0, line.indexOf(':')))
              .ask(
                  (client, line) -> {
                    if (line.endsWith("deep")) {
                      throw new StackOverflowError("too deep");
                    }
                    return client.echo(line);
                  },
                  String.class)
              .ordered()
              .apply("echo");
      String answers = Cluster.write(asked.answers());
      String dead = Cluster.write(asked.deadLetters());
      Cluster.run(job);

      assertThat(Cluster.<Answer<String, String>>written(answers))
          .extracting(Answer::row)
          .containsExactly("1:a", "2:b", "4:d");
      assertThat(
              Cluster.<DeadLetter<String>>written(dead).stream()
                  .collect(Collectors.toMap(DeadLetter::row, DeadLetter::errorType)))
          .containsOnlyKeys("poison", "1:c", "3:deep")
          .containsEntry("1:c", DuplicateKeyException.class.getName())
          .containsEntry("3:deep", StackOverflowError.class.getName());
      assertThat(gateway.requests()).hasSize(3);
    }
  }

  @Test
  void aGatewayThatIsDownLosesNoRowAndEndsThePatienceWithTheReason() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> ErrorReply.html(502));
      StreamExecutionEnvironment job = Cluster.environment();
      Asked<Ticket, Team> asked =
          step(tickets(job, 5), gateway).patience(Duration.ofMillis(300)).apply("teams");
      String dead = Cluster.write(asked.deadLetters());
      Cluster.run(job);

      List<DeadLetter<Ticket>> letters = Cluster.written(dead);
      assertThat(letters).hasSize(5);
      for (DeadLetter<Ticket> letter : letters) {
        assertThat(letter.fault()).isEqualTo(Fault.TRANSIENT);
        assertThat(letter.error()).contains("502").containsPattern("Asked \\d+ times in \\d+ s");
        assertThat(letter.usage().attempts()).isGreaterThan(1);
      }
    }
  }

  @Test
  void anAccountWithoutCreditsStopsTheJobWhichGoesOnFromItsCheckpoint() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(
          request ->
              request.prompt().endsWith("text 7") ? ErrorReply.insufficientCredits() : BILLING);
      StreamExecutionEnvironment job = Cluster.environment();
      step(tickets(job, 20), gateway).apply("teams");

      assertThatThrownBy(() -> Cluster.run(job))
          .hasStackTraceContaining("The job has stopped, for every row would fail")
          .hasStackTraceContaining("Nothing is lost");
      long asked = gateway.requests().stream().filter(r -> r.prompt().endsWith("text 7")).count();
      assertThat(asked).as("no restart asks again").isEqualTo(1);
    }
  }

  @Test
  void aJobStopsAtItsBudget() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> BILLING.usage(1000, 0));
      StreamExecutionEnvironment job = Cluster.environment();
      Prompts.on(tickets(job, 200))
          .client(Cluster.client(gateway))
          .prompts(GatewayzTickets::new)
          .key(Ticket::id)
          .ask((client, ticket) -> client.team(ticket.text()), Team.class)
          .inFlight(4)
          .budget("of " + gateway.apiBase(), "0.003", BudgetStore.inMemory())
          .apply("teams");

      assertThatThrownBy(() -> Cluster.run(job))
          .hasStackTraceContaining("The budget of this step is used up");
      assertThat(gateway.requests().size())
          .as("20 for the budget and those under way")
          .isBetween(20, 24);
    }
  }

  @Test
  void theShareOfASubtaskIsItsPartOfABudgetThatIsNotShared() throws Exception {
    JobBudget budget =
        new JobBudget("share", new java.math.BigDecimal("10"), BudgetStore.inMemory());
    JobBudget.Share share = budget.share(1, 4);
    share.add(new java.math.BigDecimal("2.4")).get();
    assertThat(share.isUsedUp()).isFalse();
    share.add(new java.math.BigDecimal("0.1")).get();
    assertThat(share.isUsedUp()).isTrue();
    assertThat(budget.share(2, 4).isUsedUp()).isFalse();
  }

  @Test
  void aBetterModelAnswersWhatTheCheapOneDoesNot() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(
          request ->
              request.model().orElseThrow().endsWith("mini")
                  ? Reply.text(request.prompt().endsWith("0") ? "unsure" : "cheap").usage(10, 1)
                  : Reply.text("dear").usage(100, 1));
      StreamExecutionEnvironment job = Cluster.environment();
      Asked<Ticket, String> asked =
          Prompts.on(tickets(job, 20))
              .client(Cluster.client(gateway))
              .prompts(GatewayzTickets::new)
              .key(Ticket::id)
              .ask((client, ticket) -> client.echo(ticket.text()), String.class)
              .cascade(
                  answer -> !answer.equals("unsure"),
                  (client, ticket) -> client.betterEcho(ticket.text()))
              .apply("cascade");
      String answers = Cluster.write(asked.answers());
      Cluster.run(job);

      for (Answer<Ticket, String> answer : Cluster.<Answer<Ticket, String>>written(answers)) {
        boolean isDear = answer.key().endsWith("0");
        assertThat(answer.value()).isEqualTo(isDear ? "dear" : "cheap");
        assertThat(answer.usage().promptTokens()).isEqualTo(isDear ? 110 : 10);
        assertThat(answer.usage().models()).hasSize(isDear ? 2 : 1);
      }
    }
  }

  @Test
  void theSameRowIsSentWithTheSameIdempotencyKey() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> BILLING);
      for (int run = 0; run < 2; run++) {
        StreamExecutionEnvironment job = Cluster.environment();
        step(tickets(job, 5), gateway).apply("teams");
        Cluster.run(job);
      }
      Map<String, List<String>> keys =
          gateway.requests().stream()
              .collect(
                  Collectors.groupingBy(
                      RecordedRequest::prompt,
                      Collectors.mapping(
                          r -> r.header("idempotency-key").orElseThrow(), Collectors.toList())));
      assertThat(keys).hasSize(5);
      keys.values().forEach(of -> assertThat(of).hasSize(2).containsOnly(of.get(0)));
      assertThat(keys.values().stream().map(of -> of.get(0)).distinct()).hasSize(5);
    }
  }

  @Test
  void rowsThatComeOverTheNetworkAreRefusedWithTheReason() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      StreamExecutionEnvironment job = Cluster.environment();
      DataStream<Ticket> tickets = tickets(job, 5);

      assertThatThrownBy(() -> step(tickets.rebalance(), gateway).apply("teams"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"teams\" is not in one chain")
          .hasMessageContaining("REBALANCE");
      assertThatThrownBy(() -> step(tickets.keyBy(Ticket::id), gateway).apply("teams"))
          .hasMessageContaining("HASH");
      assertThatThrownBy(
              () -> step(tickets.rescale().filter(ticket -> true), gateway).apply("teams"))
          .hasMessageContaining("RESCALE");
      assertThatThrownBy(
              () -> step(tickets.filter(ticket -> true).setParallelism(2), gateway).apply("teams"))
          .hasMessageContaining("parallelism of 1");
      assertThatThrownBy(() -> step(tickets.union(tickets(job, 1)), gateway).apply("teams"))
          .hasMessageContaining("several inputs");
      step(tickets.filter(ticket -> true), gateway).apply("teams");
      step(tickets.rebalance(), gateway).acceptShuffledRows().apply("more teams");
    }
  }

  @Test
  void theKeyIsNotInTheJob() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      StreamExecutionEnvironment job = Cluster.environment(new Configuration());
      Cluster.write(step(tickets(job, 5), gateway).apply("teams").answers());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(job.getStreamGraph().getJobGraph());
      }

      String graph = bytes.toString(StandardCharsets.ISO_8859_1);
      assertThat(graph).contains(gateway.apiBase()).doesNotContain("gw_live_");
    }
  }
}
