package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account whose credits end in the middle of a job. */
class CreditsTest {
  private static final int ROWS = 200;
  private static final int IN_FLIGHT = 16;

  /** How many answers each checkpoint is behind, by its id. */
  private static final ConcurrentMap<Long, Integer> ANSWERS_AT = new ConcurrentHashMap<>();

  private static final AtomicBoolean HAS_CREDITS = new AtomicBoolean();

  @TempDir Path folder;

  /** Counts answers; the credits end as soon as a checkpoint is behind some of them. */
  static final class Answered
      implements MapFunction<Answer<Long, String>, Answer<Long, String>>,
          CheckpointedFunction,
          CheckpointListener {
    private static final long serialVersionUID = 1;
    private int answers;

    @Override
    public Answer<Long, String> map(Answer<Long, String> answer) {
      answers++;
      return answer;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      ANSWERS_AT.put(context.getCheckpointId(), answers);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {}

    @Override
    public void notifyCheckpointComplete(long id) {
      if (ANSWERS_AT.get(id) > 0) {
        HAS_CREDITS.set(false);
      }
    }
  }

  /** What a job writes, and where. */
  private record Run(JobID id, String answers, String dead) {}

  private Run start(MockGateway gateway, Configuration settings, Duration checkpointEvery)
      throws Exception {
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri() + "");
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
    StreamExecutionEnvironment job = Cluster.environment(settings);
    Asked<Long, String> asked =
        Prompts.on(job.fromSequence(1, ROWS).uid("rows"))
            .client(Cluster.client(gateway))
            .prompts(GatewayzTickets::new)
            .key(row -> row)
            .ask((tickets, row) -> tickets.echo("row " + row), String.class)
            .inFlight(IN_FLIGHT)
            .apply("echo");
    String answers =
        Cluster.write(
            asked.answers().map(new Answered()).returns(asked.answers().getType()).uid("answered"));
    String dead = Cluster.write(asked.deadLetters());
    return new Run(Cluster.submit(job), answers, dead);
  }

  @Test
  void theJobStopsWithoutDeadLettersAndGoesOnWhereItWas() throws Exception {
    HAS_CREDITS.set(true);
    AtomicInteger answered = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    try (MockGateway gateway = MockGateway.start()) {
      gateway.respond(
          request -> {
            if (!HAS_CREDITS.get()) {
              refused.incrementAndGet();
              return ErrorReply.insufficientCredits();
            }
            // Enough rows are left whenever the first checkpoint comes.
            boolean isLate = answered.incrementAndGet() > ROWS / 2;
            return Reply.text("paid").delay(Duration.ofMillis(isLate ? 500 : 5));
          });
      Run first = start(gateway, new Configuration(), Duration.ofMillis(20));

      assertThatThrownBy(() -> await(first))
          .hasStackTraceContaining("The job has stopped, for every row would fail")
          .hasStackTraceContaining("Insufficient credits");
      List<Answer<Long, String>> before = Cluster.written(first.answers());
      assertThat(before.size()).isBetween(1, ROWS - 1);
      assertThat(Cluster.written(first.dead())).isEmpty();
      assertThat(refused.get())
          .as("those under way, and rows for which they made room until all ended")
          .isBetween(1, 2 * IN_FLIGHT);

      gateway.respond(request -> Reply.text("paid"));
      int requests = gateway.requests().size();
      Path checkpoint = Cluster.newestCheckpoint(folder, first.id());
      int kept = ANSWERS_AT.get(Cluster.idOf(checkpoint));
      Configuration settings = new Configuration();
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri() + "");
      Run second = start(gateway, settings, Duration.ofSeconds(1));
      await(second);

      assertThat(
              Stream.concat(
                      before.subList(0, kept).stream(),
                      Cluster.<Answer<Long, String>>written(second.answers()).stream())
                  .map(Answer::key))
          .as("what a sink that takes part in checkpoints has")
          .hasSize(ROWS)
          .doesNotHaveDuplicates();
      assertThat(Cluster.written(second.dead())).isEmpty();
      assertThat(gateway.requests().size() - requests)
          .as("what the checkpoint has an answer for is not asked again")
          .isEqualTo(ROWS - kept);
    }
  }

  private static void await(Run run) throws Exception {
    Cluster.await(run.id()).toJobExecutionResult(CreditsTest.class.getClassLoader());
  }
}
