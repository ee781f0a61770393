package dev.gatewayz.flink;

import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;

/**
 * The operators from the source to a step. They must be one chain: rows between two tasks lie in
 * network buffers, hundreds of them, and a checkpoint waits behind them until they are answered. A
 * job that asks for hours then completes none, and a restart asks all of it again.
 */
final class Chain {
  private Chain() {}

  /**
   * Refuses rows that come over the network.
   *
   * @throws IllegalArgumentException with the reason
   */
  static void require(DataStream<?> rows, String step) {
    if (!rows.getExecutionEnvironment().getConfiguration().get(PipelineOptions.OPERATOR_CHAINING)) {
      throw refused(step, PipelineOptions.OPERATOR_CHAINING.key() + " is false");
    }
    Transformation<?> at = rows.getTransformation();
    int parallelism = at.getParallelism();
    while (!at.getInputs().isEmpty()) {
      if (at.getInputs().size() > 1) {
        throw refused(step, "\"" + at.getName() + "\" has several inputs");
      }
      if (at instanceof PartitionTransformation<?> edge
          && !(edge.getPartitioner() instanceof ForwardPartitioner)) {
        throw refused(
            step, "there is a " + edge.getPartitioner().toString() + " edge between the two");
      }
      at = at.getInputs().get(0);
      if (at.getParallelism() != parallelism) {
        throw refused(
            step,
            "\""
                + at.getName()
                + "\" has a parallelism of "
                + at.getParallelism()
                + " and what follows one of "
                + parallelism);
      }
    }
  }

  private static IllegalArgumentException refused(String step, String reason) {
    return new IllegalArgumentException(
        "The step \""
            + step
            + "\" is not in one chain with the source of its rows: "
            + reason
            + ". Rows would then lie in network buffers, checkpoints would wait behind them until"
            + " they are answered, and a restart would ask all of them again. Ask right after the"
            + " source and repartition the answers; or write the rows to a file or topic first; or"
            + " take that with acceptShuffledRows().");
  }
}
