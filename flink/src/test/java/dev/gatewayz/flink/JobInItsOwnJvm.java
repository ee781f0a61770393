package dev.gatewayz.flink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * The program that {@link KilledJvmTest} starts and kills: a job on a cluster in its own JVM that
 * asks about rows and writes files.
 */
public final class JobInItsOwnJvm {
  static final int IN_FLIGHT = 32;

  private JobInItsOwnJvm() {}

  /** Leaves behind how many rows had left the source at a checkpoint, in a file named by its id. */
  private static final class Position implements MapFunction<Long, Long>, CheckpointedFunction {
    private static final long serialVersionUID = 1;
    private final String folder;
    private long position;
    private transient ListState<Long> state;

    Position(String folder) {
      this.folder = folder;
    }

    @Override
    public Long map(Long row) {
      position++;
      return row;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
      state.update(java.util.List.of(position));
      Files.writeString(
          Files.createDirectories(Path.of(folder)).resolve(context.getCheckpointId() + ""),
          position + "");
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
      state =
          context
              .getOperatorStateStore()
              .getListState(new ListStateDescriptor<>("position", Types.LONG));
      for (Long before : state.get()) {
        position = before;
      }
    }
  }

  /**
   * Runs the job.
   *
   * @param arguments folder, base of the gateway, rows, and the checkpoint to go on from, if any
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    String base = arguments[1];
    Configuration settings = new Configuration();
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(8));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(8));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("chk").toUri() + "");
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
    if (arguments.length > 3) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, Path.of(arguments[3]).toUri() + "");
    }
    StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    Asked<Long, String> asked =
        Prompts.on(
                job.fromSequence(1, Long.parseLong(arguments[2]))
                    .uid("rows")
                    .map(new Position(folder.resolve("positions") + ""))
                    .uid("position")
                    .returns(Types.LONG))
            .client(
                ClientSource.fromEnvironment()
                    .with(builder -> builder.apiBase(base).http2PriorKnowledge()))
            .prompts(GatewayzTickets::new)
            .key(row -> row)
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
    job.execute();
  }
}
