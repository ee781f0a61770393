package dev.gatewayz.flink;

import dev.gatewayz.testkit.MockGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** A cluster in this JVM that all tests share, and what their jobs have written. */
final class Cluster {
  private static final ConcurrentMap<String, ConcurrentLinkedQueue<Object>> WRITTEN =
      new ConcurrentHashMap<>();
  private static final MiniCluster CLUSTER = start();

  private Cluster() {}

  private static MiniCluster start() {
    try {
      Configuration settings = new Configuration();
      settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(8));
      settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(8));
      settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
      settings.set(MetricOptions.REPORTERS_LIST, "kept");
      settings.setString("metrics.reporter.kept.factory.class", KeptMetrics.class.getName());
      MiniCluster cluster =
          new MiniCluster(
              new MiniClusterConfiguration.Builder()
                  .setConfiguration(settings)
                  .withRandomPorts()
                  .setNumTaskManagers(1)
                  .setNumSlotsPerTaskManager(4)
                  .build());
      cluster.start();
      return cluster;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static MiniCluster get() {
    return CLUSTER;
  }

  /** An environment whose jobs run one after the other, with one subtask. */
  static StreamExecutionEnvironment environment(Configuration settings) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(1);
    return environment;
  }

  static StreamExecutionEnvironment environment() {
    return environment(new Configuration());
  }

  static JobID submit(StreamExecutionEnvironment environment) throws Exception {
    return CLUSTER
        .submitJob(environment.getStreamGraph().getJobGraph())
        .get(60, TimeUnit.SECONDS)
        .getJobID();
  }

  static JobResult await(JobID job) throws Exception {
    return CLUSTER.requestJobResult(job).get(90, TimeUnit.SECONDS);
  }

  /** Runs a job that must succeed. */
  static void run(StreamExecutionEnvironment environment) throws Exception {
    await(submit(environment)).toJobExecutionResult(Cluster.class.getClassLoader());
  }

  /** The newest checkpoint of a job that is complete. */
  static Path newestCheckpoint(Path folder, JobID job) throws IOException {
    try (Stream<Path> checkpoints = Files.list(folder.resolve(job.toHexString()))) {
      return checkpoints
          .filter(path -> Files.exists(path.resolve("_metadata")))
          .max(Comparator.comparingLong(Cluster::idOf))
          .orElseThrow();
    }
  }

  /** The id of a checkpoint. */
  static long idOf(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring("chk-".length()));
  }

  /** Where a stream writes to, to be read by {@link #written}. */
  static String write(DataStream<?> stream) {
    String name = UUID.randomUUID().toString();
    WRITTEN.put(name, new ConcurrentLinkedQueue<>());
    stream
        .map(
            value -> {
              WRITTEN.get(name).add(value);
              return 1;
            })
        .returns(Types.INT)
        .setParallelism(1)
        .sinkTo(new DiscardingSink<>())
        .setParallelism(1);
    return name;
  }

  @SuppressWarnings("unchecked")
  static <T> java.util.List<T> written(String name) {
    return java.util.List.copyOf((ConcurrentLinkedQueue<T>) WRITTEN.get(name));
  }

  /** A client of that gateway. */
  static ClientSource client(MockGateway gateway) {
    String base = gateway.apiBase();
    return ClientSource.fromEnvironment()
        .named(base)
        .with(builder -> builder.apiBase(base).http2PriorKnowledge().maxRetries(0));
  }
}
