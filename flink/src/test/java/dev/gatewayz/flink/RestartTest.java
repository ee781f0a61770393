package dev.gatewayz.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is killed at random and goes on from its newest checkpoint. */
class RestartTest {
  /** -Dgatewayz.flink.rows=5000 for more. */
  private static final int ROWS = Integer.getInteger("gatewayz.flink.rows", 1500);

  /** So many rows have the keys of the first ones, which came before the first kill. */
  private static final int TWICE = 20;

  private static final int KILLS = 5;
  private static final int IN_FLIGHT = 32;
  private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(50);

  /** How many rows had left the source at each checkpoint that is complete, by its id. */
  private static final NavigableMap<Long, Long> POSITIONS = new ConcurrentSkipListMap<>();

  private static final AtomicLong POSITION = new AtomicLong();

  @TempDir Path folder;

  /** Counts the rows that leave the source, and knows their number at each checkpoint. */
  static final class Position
      implements MapFunction<Long, Long>, CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1;
    private final ConcurrentHashMap<Long, Long> taken = new ConcurrentHashMap<>();

    @Override
    public Long map(Long row) {
      POSITION.incrementAndGet();
      return row;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
      taken.put(context.getCheckpointId(), POSITION.get());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
      // Rows after the checkpoint leave the source again.
      POSITION.set(context.isRestored() ? POSITIONS.lastEntry().getValue() : 0);
    }

    @Override
    public void notifyCheckpointComplete(long id) {
      POSITIONS.put(id, taken.get(id));
    }
  }

  private StreamExecutionEnvironment job(MockGateway gateway, Path newest) {
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("chk").toUri() + "");
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
    if (newest != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, newest.toUri() + "");
    }
    StreamExecutionEnvironment job = Cluster.environment(settings);
    Asked<Long, String> asked =
        Prompts.on(
                job.fromSequence(1, ROWS + TWICE)
                    .uid("rows")
                    .map(new Position())
                    .uid("position")
                    .returns(Types.LONG))
            .client(Cluster.client(gateway))
            .prompts(GatewayzTickets::new)
            .key(row -> row > ROWS ? row - ROWS : row)
            .ask((client, row) -> client.echo("<" + row + ">"), String.class)
            .inFlight(IN_FLIGHT)
            .apply("echo");
    asked
        .answers()
        .map(answer -> "answer " + answer.key() + " " + answer.value())
        .returns(Types.STRING)
        .union(asked.deadLetters().map(letter -> "dead " + letter.key()).returns(Types.STRING))
        .sinkTo(
            FileSink.<String>forRowFormat(
                    new org.apache.flink.core.fs.Path(folder.resolve("out").toUri()),
                    new SimpleStringEncoder<String>("UTF-8"))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .build())
        .uid("out");
    return job;
  }

  @Test
  void eachRowIsWrittenOnceAndFewAreAskedTwice() throws Exception {
    ConcurrentMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    AtomicInteger requests = new AtomicInteger();
    AtomicInteger killAt = new AtomicInteger();
    List<CountDownLatch> latches = new ArrayList<>();
    POSITIONS.clear();
    try (MockGateway gateway = MockGateway.builder().keepRequests(1).start()) {
      gateway.respond(
          request -> {
            String text = request.prompt();
            String row = text.substring(text.indexOf('<') + 1, text.indexOf('>'));
            asked.computeIfAbsent(row, unknown -> new AtomicInteger()).incrementAndGet();
            if (requests.incrementAndGet() == killAt.get()) {
              latches.get(latches.size() - 1).countDown();
            }
            int id = Integer.parseInt(row);
            return (id % 500 == 0
                    ? dev.gatewayz.testkit.ErrorReply.envelope(400, "BAD", "No.")
                    : Reply.text("ok " + row))
                .delay(Duration.ofMillis(5));
          });
      Random random = new Random(7);
      long mayBeAskedTwice = 0;
      JobID job = null;
      for (int kill = 0; kill <= KILLS; kill++) {
        CountDownLatch latch = new CountDownLatch(1);
        latches.add(latch);
        int share = ROWS / (KILLS + 1);
        killAt.set(kill == KILLS ? 0 : requests.get() + share / 2 + random.nextInt(share / 2));
        Path newest = kill == 0 ? null : Cluster.newestCheckpoint(folder.resolve("chk"), job);
        job = Cluster.submit(job(gateway, newest));
        if (kill < KILLS) {
          assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
          // Not the checkpoint of an earlier life only: this one has completed one, too.
          long before = POSITION.get();
          Cluster.get().cancelJob(job).get(30, TimeUnit.SECONDS);
          Cluster.await(job);
          mayBeAskedTwice +=
              IN_FLIGHT
                  + Math.max(before, POSITION.get())
                  - positionOf(Cluster.newestCheckpoint(folder.resolve("chk"), job));
        } else {
          Cluster.await(job).toJobExecutionResult(getClass().getClassLoader());
        }
      }

      List<String> lines = written();
      assertThat(lines)
          .as("answers and dead letters")
          .hasSize(ROWS + TWICE)
          .doesNotHaveDuplicates();
      assertThat(lines.stream().filter(line -> line.startsWith("dead ")))
          .hasSize(ROWS / 500 + TWICE);
      assertThat(asked).hasSize(ROWS);
      long again = requests.get() - ROWS;
      assertThat(again)
          .as("rows asked again in %d kills, of %d rows", KILLS, ROWS)
          .isBetween(1L, mayBeAskedTwice);
      assertThat(mayBeAskedTwice).as("a bound that says something").isLessThan(ROWS);
    }
  }

  private static long positionOf(Path checkpoint) {
    return POSITIONS.getOrDefault(Cluster.idOf(checkpoint), 0L);
  }

  private List<String> written() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        // What a killed job had not committed is hidden.
        if (!file.getFileName().toString().startsWith(".")) {
          lines.addAll(Files.readAllLines(file));
        }
      }
    }
    return lines;
  }
}
