package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.Fault;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.flink.Tickets.Team;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ValidationException;
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
