package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.intercept.AnswerCache;
import dev.gatewayz.intercept.Caching;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.log.Logs;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows a second time. */
class ReplayTest {
  private static final ConcurrentMap<String, ChatCompletion> KEPT = new ConcurrentHashMap<>();

  @TempDir Path folder;

  /** Keeps answers in this JVM. */
  private static final class Kept implements AnswerCache {
    @Override
    public ChatCompletion get(String key) {
      return KEPT.get(key);
    }

    @Override
    public void put(String key, ChatCompletion answer) {
      KEPT.put(key, answer);
    }
  }

  /** What the compiler makes of a prompt, in one of its versions. */
  static final class Versioned {
    private static final String ID = "com.acme.Tickets.team";
    private final PromptClient client;
    private final Prompt prompt;

    Versioned(Gatewayz gatewayz, String hash) {
      client = PromptClient.of(gatewayz, 1, "com.acme.Tickets", ID);
      prompt =
          Prompt.of(
              ID,
              hash,
              "gatewayz/openai/gpt-4o-mini",
              "",
              "{\"role\":\"user\",\"content\":\"",
              "\"}");
    }

    CompletableFuture<String> team(long row) {
      return client.callAsync(prompt.render().raw(0).text("row", row).raw(1), AnswerType.TEXT);
    }
  }

  private StreamExecutionEnvironment job(
      MockGateway gateway, long rows, String hash, Configuration settings) {
    StreamExecutionEnvironment job = Cluster.environment(settings);
    Prompts.on(job.fromSequence(1, rows).uid("rows"))
        .client(
            Cluster.client(gateway)
                .with(
                    builder ->
                        builder.interceptor(Caching.byHeader(new Kept(), "idempotency-key"))))
        .prompts(client -> new Versioned(client, hash))
        .key(row -> row)
        .ask((client, row) -> client.team(row), String.class)
        .inFlight(4)
        .apply("teams");
    return job;
  }

  @Test
  void aCacheByTheIdempotencyKeyMakesReplaysFree() throws Exception {
    KEPT.clear();
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> Reply.text("billing"));
      for (int run = 0; run < 2; run++) {
        Cluster.run(job(gateway, 20, "hash-1", new Configuration()));
        assertThat(gateway.requests()).hasSize(20);
      }

      Cluster.run(job(gateway, 20, "hash-2", new Configuration()));

      assertThat(gateway.requests()).as("a changed prompt is asked").hasSize(40);
    }
  }

  @Test
  void aPromptThatChangedBetweenTwoRunsIsSaidByItsHash(Logs logs) throws Exception {
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(request -> Reply.text("billing").delay(Duration.ofMillis(1)));
      JobID first = Cluster.submit(job(gateway, Long.MAX_VALUE, "hash-1", new Configuration()));
      gateway.awaitCounters(counters -> counters.requestsOpened() > 20);
      String savepoint =
          Cluster.get()
              .stopWithSavepoint(
                  first, folder.toUri().toString(), false, SavepointFormatType.CANONICAL)
              .get(60, TimeUnit.SECONDS);
      Configuration settings = new Configuration();
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
      long before = gateway.counters().requestsOpened();

      JobID second = Cluster.submit(job(gateway, Long.MAX_VALUE, "hash-2", settings));
      gateway.awaitCounters(counters -> counters.requestsOpened() > before + 20);
      Cluster.get().cancelJob(second).get(60, TimeUnit.SECONDS);
      Cluster.await(second);

      assertThat(logs.take(Level.WARNING, "has changed").toString())
          .contains("com.acme.Tickets.team", "from hash-1 to hash-2");
    }
  }
}
