package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job has spent before it was killed counts afterwards. */
class BudgetRestartTest {
  private static final int IN_FLIGHT = 4;

  /** What a row costs. */
  private static final BigDecimal ROW = new BigDecimal("0.00015");

  @TempDir Path folder;

  /** A store that is shared, as a database is, or loses all, as a JVM that is killed. */
  record Store(boolean isShared) implements BudgetStore {
    private static final ConcurrentMap<String, BigDecimal> SPENT = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<BigDecimal> add(String budget, BigDecimal dollars) {
      return CompletableFuture.completedFuture(SPENT.merge(budget, dollars, BigDecimal::add));
    }

    static BigDecimal sum() {
      return SPENT.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private JobID start(MockGateway gateway, Store store, Path checkpoint) throws Exception {
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri() + "");
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
    if (checkpoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri() + "");
    }
    StreamExecutionEnvironment job = Cluster.environment(settings);
    Prompts.on(job.fromSequence(1, Long.MAX_VALUE).uid("rows"))
        .client(Cluster.client(gateway))
        .prompts(GatewayzTickets::new)
        .key(row -> row)
        .ask((tickets, row) -> tickets.echo("row " + row), String.class)
        .inFlight(IN_FLIGHT)
        .budget("run", ROW.multiply(BigDecimal.valueOf(400)).toPlainString(), store)
        .apply("echo");
    return Cluster.submit(job);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBudgetIsNotSpentTwice(boolean isShared) throws Exception {
    Store.SPENT.clear();
    Store store = new Store(isShared);
    try (MockGateway gateway = MockGateway.builder().keepRequests(1).start()) {
      gateway.respond(request -> Reply.text("paid").usage(1000, 0).delay(Duration.ofMillis(1)));
      JobID first = start(gateway, store, null);
      gateway.awaitCounters(counters -> counters.requestsOpened() > 200);
      Cluster.get().cancelJob(first).get();
      Cluster.await(first);
      BigDecimal atTheKill = Store.sum();
      long before = gateway.counters().requestsOpened();
      if (!isShared) {
        Store.SPENT.clear();
      }

      JobID second = start(gateway, store, Cluster.newestCheckpoint(folder, first));
      assertThatThrownBy(
              () -> Cluster.await(second).toJobExecutionResult(getClass().getClassLoader()))
          .hasStackTraceContaining("The budget of this step is used up");

      long rowsBefore = atTheKill.divide(ROW).longValueExact();
      assertThat(rowsBefore).isBetween(100L, 399L);
      long after = gateway.counters().requestsOpened() - before;
      assertThat(after)
          .as("after %d rows were paid for", rowsBefore)
          .isBetween(400 - rowsBefore, 400 - rowsBefore + IN_FLIGHT + (isShared ? 0 : 100));
    }
  }

  @Test
  void whereTheParallelismIsAnotherOneEachPartHasSpentItsPart() throws Exception {
    Store.SPENT.clear();
    JobBudget budget = new JobBudget("run", new BigDecimal("10"), new Store(false));
    JobBudget.Share share = budget.share(0, 2);
    share.restore(new BigDecimal("3")).get();
    share.restore(new BigDecimal("2")).get();
    assertThat(share.spent()).isEqualByComparingTo("3");
    share.add(new BigDecimal("2")).get();
    assertThat(share.isUsedUp()).isTrue();
  }
}
