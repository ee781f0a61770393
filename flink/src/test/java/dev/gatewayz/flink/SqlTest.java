package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.Fault;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.flink.Tickets.Team;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** Prompts in SQL: as typed functions, and as a model. */
class SqlTest {
  private static final String ROWS =
      "CREATE TEMPORARY VIEW tickets AS SELECT * FROM (VALUES (1, 'Refund me'), (2, 'poison'),"
          + " (3, 'It is down')) AS t(id, text)";

  /** A typed prompt. */
  public static class TeamOf extends PromptScalarFunction<Tickets> {
    private static final long serialVersionUID = 1;

    TeamOf(ClientSource client) {
      super(client, GatewayzTickets::new);
    }

    public void eval(CompletableFuture<Team> answer, String text) {
      ask(
          answer,
          tickets -> tickets.team(text),
          failure ->
              failure instanceof GatewayzException known && known.fault() == Fault.REQUEST
                  ? new Team("nobody", 0)
                  : fail(known(failure)));
    }

    private static Team fail(RuntimeException failure) {
      throw failure;
    }

    private static RuntimeException known(Throwable failure) {
      return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
  }

  /** A typed prompt of which every row must be answered. */
  public static class StrictTeamOf extends PromptScalarFunction<Tickets> {
    private static final long serialVersionUID = 1;

    StrictTeamOf(ClientSource client) {
      super(client, GatewayzTickets::new);
    }

    public void eval(CompletableFuture<Team> answer, String text) {
      ask(answer, tickets -> tickets.team(text));
    }
  }

  /** A prompt whose failures are {@code NULL}. */
  public static class EchoOrNull extends PromptScalarFunction<Tickets> {
    private static final long serialVersionUID = 1;

    EchoOrNull(ClientSource client) {
      super(client, GatewayzTickets::new);
    }

    public void eval(CompletableFuture<String> answer, String text) {
      ask(answer, tickets -> tickets.echo(text), failure -> null);
    }
  }

  /** A team, or why there is none. */
  public record Judged(String team, String problem, String fault, int attempts) {}

  /** A prompt with the keys of its rows, and dead letters. */
  public static class JudgedTeamOf extends PromptScalarFunction<Tickets> {
    private static final long serialVersionUID = 1;

    JudgedTeamOf(ClientSource client) {
      super(client, GatewayzTickets::new);
    }

    public void eval(CompletableFuture<Judged> answer, Integer id, String text) {
      askWithKey(
          answer,
          id,
          tickets -> tickets.echo(text).thenApply(team -> new Judged(team, null, null, 0)),
          dead -> new Judged(null, dead.error(), dead.fault().name(), dead.usage().attempts()));
    }
  }

  /** The same without dead letters. */
  public static class KeyedEcho extends PromptScalarFunction<Tickets> {
    private static final long serialVersionUID = 1;

    KeyedEcho(ClientSource client) {
      super(client, GatewayzTickets::new);
    }

    public void eval(CompletableFuture<String> answer, Integer id, String text) {
      askWithKey(answer, id, tickets -> tickets.echo(text));
    }
  }

  private static Reply poisoned(RecordedRequest request, String answer) {
    return request.prompt().endsWith("poison")
        ? ErrorReply.envelope(400, "BAD", "No such thing.")
        : Reply.text(answer);
  }

  private static List<Row> run(
      StreamExecutionEnvironment job, StreamTableEnvironment sql, String query) throws Exception {
    String rows = Cluster.write(sql.toDataStream(sql.sqlQuery(query)));
    Cluster.run(job);
    return Cluster.written(rows);
  }

  @Test
  void aTypedPromptIsAFunction() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(
          request ->
              request.prompt().endsWith("poison")
                  ? ErrorReply.envelope(400, "BAD", "No.")
                  : Reply.text("{\"name\":\"support\",\"urgency\":3}"));
      StreamExecutionEnvironment job = Cluster.environment();
      StreamTableEnvironment sql = StreamTableEnvironment.create(job);
      sql.createTemporarySystemFunction("TEAM_OF", new TeamOf(Cluster.client(gateway)));
      sql.executeSql(ROWS);

      List<Row> rows =
          run(
              job,
              sql,
              "SELECT id, team.name, team.urgency FROM (SELECT id, TEAM_OF(text) AS team"
                  + " FROM tickets)");

      assertThat(rows)
          .containsExactlyInAnyOrder(
              Row.of(1, "support", 3), Row.of(2, "nobody", 0), Row.of(3, "support", 3));
    }
  }

  @Test
  void aRowThatFailsEndsTheQueryAndIsAskedOnceWithoutAnIdempotencyKey() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> poisoned(request, "{\"name\":\"support\",\"urgency\":3}"));
      StreamExecutionEnvironment job = Cluster.environment();
      StreamTableEnvironment sql = StreamTableEnvironment.create(job);
      sql.getConfig().set("table.exec.async-scalar.retry-strategy", "NO_RETRY");
      sql.createTemporarySystemFunction("TEAM_OF", new StrictTeamOf(Cluster.client(gateway)));
      sql.executeSql(ROWS);

      assertThatThrownBy(() -> run(job, sql, "SELECT id, TEAM_OF(text) AS team FROM tickets"))
          .hasStackTraceContaining("No such thing.");
      assertThat(gateway.requests().stream().filter(request -> request.prompt().endsWith("poison")))
          .hasSize(1);
      assertThat(gateway.requests())
          .noneMatch(request -> request.header("idempotency-key").isPresent());
    }
  }

  @Test
  void rowsWithAKeyHaveIdempotencyKeysAndDeadLetters() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> poisoned(request, "fine"));
      Map<String, String> keys = new HashMap<>();
      for (int run = 0; run < 2; run++) {
        StreamExecutionEnvironment job = Cluster.environment();
        StreamTableEnvironment sql = StreamTableEnvironment.create(job);
        sql.createTemporarySystemFunction("TEAM_OF", new JudgedTeamOf(Cluster.client(gateway)));
        sql.executeSql(ROWS);

        List<Row> rows = run(job, sql, "SELECT id, TEAM_OF(id, text) AS judged FROM tickets");

        assertThat(rows).hasSize(3);
        for (Row row : rows) {
          Judged judged = row.getFieldAs(1);
          if (row.getField(0).equals(2)) {
            assertThat(judged.problem()).contains("No such thing.");
            assertThat(judged.fault()).isEqualTo("REQUEST");
            assertThat(judged.attempts()).isEqualTo(1);
          } else {
            assertThat(judged).isEqualTo(new Judged("fine", null, null, 0));
          }
        }
        for (RecordedRequest request : gateway.requests()) {
          String key = request.header("idempotency-key").orElseThrow();
          assertThat(keys.putIfAbsent(request.prompt(), key)).isIn(null, key);
        }
      }
      assertThat(keys.values()).hasSize(3).doesNotHaveDuplicates();
    }
  }

  @Test
  void answersArePartedFromDeadLettersAndEachRowIsAskedOnce() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> poisoned(request, "fine"));
      StreamExecutionEnvironment job = Cluster.environment();
      StreamTableEnvironment sql = StreamTableEnvironment.create(job);
      sql.createTemporarySystemFunction("TEAM_OF", new JudgedTeamOf(Cluster.client(gateway)));
      sql.executeSql(ROWS);
      sql.executeSql(
          "CREATE TEMPORARY VIEW judged AS SELECT id, TEAM_OF(id, text) AS judged FROM tickets");
      String answers =
          Cluster.write(
              sql.toDataStream(
                  sql.sqlQuery("SELECT id, judged.team FROM judged WHERE judged.problem IS NULL")));
      Cluster.run(job);

      assertThat(Cluster.<Row>written(answers))
          .containsExactlyInAnyOrder(Row.of(1, "fine"), Row.of(3, "fine"));
      assertThat(gateway.requests()).hasSize(3);

      sql.executeSql("CREATE TABLE teams (id INT, team STRING) WITH ('connector' = 'blackhole')");
      sql.executeSql("CREATE TABLE dead (id INT, why STRING) WITH ('connector' = 'blackhole')");
      StreamStatementSet both = sql.createStatementSet();
      both.addInsertSql(
          "INSERT INTO teams SELECT id, judged.team FROM judged WHERE judged.problem IS NULL");
      both.addInsertSql(
          "INSERT INTO dead SELECT id, judged.problem FROM judged WHERE judged.problem IS NOT NULL");
      both.attachAsDataStream();
      Cluster.run(job);
      assertThat(gateway.requests()).hasSize(6);
    }
  }

  @Test
  void anAccountWithoutCreditsEndsTheQueryAndMakesNoDeadLetters() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> ErrorReply.insufficientCredits());
      for (PromptScalarFunction<?> function :
          List.of(
              new JudgedTeamOf(Cluster.client(gateway)), new KeyedEcho(Cluster.client(gateway)))) {
        StreamExecutionEnvironment job = Cluster.environment();
        StreamTableEnvironment sql = StreamTableEnvironment.create(job);
        sql.getConfig().set("table.exec.async-scalar.retry-strategy", "NO_RETRY");
        sql.createTemporarySystemFunction("TEAM_OF", function);
        sql.executeSql(ROWS);

        assertThatThrownBy(
                () -> run(job, sql, "SELECT id, TEAM_OF(id, text) AS judged FROM tickets"))
            .hasStackTraceContaining("Insufficient credits");
      }
    }
  }

  @Test
  void whatAFunctionGivesInsteadMayBeNull() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> poisoned(request, "fine"));
      StreamExecutionEnvironment job = Cluster.environment();
      StreamTableEnvironment sql = StreamTableEnvironment.create(job);
      sql.createTemporarySystemFunction("ECHO", new EchoOrNull(Cluster.client(gateway)));
      sql.executeSql(ROWS);

      assertThat(run(job, sql, "SELECT id, ECHO(text) AS text FROM tickets"))
          .containsExactlyInAnyOrder(Row.of(1, "fine"), Row.of(2, null), Row.of(3, "fine"));
    }
  }

  @Test
  void aModelAnswersNullWithNullAndEndsTheQueryAtARowThatFails() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> poisoned(request, "fine"));
      StreamExecutionEnvironment job = Cluster.environment();
      StreamTableEnvironment sql = StreamTableEnvironment.create(job);
      sql.executeSql(ROWS);
      sql.executeSql(
          "CREATE MODEL summary INPUT (text STRING) OUTPUT (summary STRING) WITH ('provider' ="
              + " 'gatewayz', 'model' = 'gatewayz/openai/gpt-4o-mini', 'api-base' = '"
              + gateway.apiBase()
              + "')");
      sql.executeSql(
          "CREATE TEMPORARY VIEW texts AS SELECT id, IF(text = 'poison', CAST(NULL AS STRING),"
              + " text) AS text FROM tickets");

      assertThat(
              run(
                  job,
                  sql,
                  "SELECT id, summary FROM ML_PREDICT(TABLE texts, MODEL summary,"
                      + " DESCRIPTOR(text))"))
          .containsExactlyInAnyOrder(Row.of(1, "fine"), Row.of(2, null), Row.of(3, "fine"));
      assertThat(gateway.requests()).as("nobody is asked about NULL").hasSize(2);
      assertThatThrownBy(
              () ->
                  run(
                      job,
                      sql,
                      "SELECT id, summary FROM ML_PREDICT(TABLE tickets, MODEL summary,"
                          + " DESCRIPTOR(text))"))
          .hasStackTraceContaining("No such thing.");
      assertThat(gateway.requests().stream().filter(request -> request.prompt().endsWith("poison")))
          .hasSize(1);
    }
  }

  @Test
  void aModelPredicts() throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> Reply.text("about: " + request.prompt()));
      StreamExecutionEnvironment job = Cluster.environment();
      StreamTableEnvironment sql = StreamTableEnvironment.create(job);
      sql.executeSql(ROWS);
      sql.executeSql(
          "CREATE MODEL summary INPUT (text STRING) OUTPUT (summary STRING) WITH ('provider' ="
              + " 'gatewayz', 'model' = 'gatewayz/openai/gpt-4o-mini', 'system-prompt' = 'Be"
              + " brief.', 'temperature' = '0', 'max-tokens' = '50', 'api-base' = '"
              + gateway.apiBase()
              + "')");

      List<Row> rows =
          run(
              job,
              sql,
              "SELECT id, summary FROM ML_PREDICT(TABLE tickets, MODEL summary,"
                  + " DESCRIPTOR(text))");

      assertThat(rows)
          .containsExactlyInAnyOrder(
              Row.of(1, "about: Refund me"),
              Row.of(2, "about: poison"),
              Row.of(3, "about: It is down"));
      assertThat(gateway.requests().get(0).json("/messages/0/content")).contains("Be brief.");
      assertThat(gateway.requests().get(0).json("/max_tokens")).isPresent();
      assertThat(gateway.requests().get(0).header("authorization"))
          .contains("Bearer gw_live_of_the_task_manager");
    }
  }

  @Test
  void aModelThatCannotBeIsRefusedWithWhatToWrite() {
    StreamTableEnvironment sql = StreamTableEnvironment.create(Cluster.environment());
    sql.executeSql(ROWS);
    sql.executeSql(
        "CREATE MODEL m INPUT (text STRING) OUTPUT (n INT) WITH ('provider' = 'gatewayz', 'model'"
            + " = 'gatewayz/openai/gpt-4o-mini')");
    assertThatThrownBy(
            () ->
                sql.explainSql(
                    "SELECT * FROM ML_PREDICT(TABLE tickets, MODEL m, DESCRIPTOR(text))"))
        .hasStackTraceContaining("is one STRING")
        .hasStackTraceContaining("PromptScalarFunction")
        .hasRootCauseInstanceOf(ValidationException.class);
  }
}
