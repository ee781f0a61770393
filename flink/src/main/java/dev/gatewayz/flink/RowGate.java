package dev.gatewayz.flink;

import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableFunction;

/** Lets rows pass that have a key of their own; others are dead letters. */
final class RowGate<I> extends ProcessFunction<I, I> implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  private final SerializableFunction<I, ?> key;
  private final int rememberedKeys;
  private final OutputTag<DeadLetter<I>> deadLetters;
  private transient KeyMemory keys;
  private transient Counter refused;
  private transient ListState<long[]> state;

  @SuppressWarnings("NullAway.Init") // Flink opens it before it is used.
  RowGate(
      SerializableFunction<I, ?> key, int rememberedKeys, OutputTag<DeadLetter<I>> deadLetters) {
    this.key = key;
    this.rememberedKeys = rememberedKeys;
    this.deadLetters = deadLetters;
  }

  @Override
  public void processElement(I row, Context context, Collector<I> out) {
    String name = "";
    try {
      name = keyOf(key, row);
      if (!keys.add(name)) {
        throw new DuplicateKeyException(name);
      }
    } catch (Exception | StackOverflowError | LinkageError e) {
      refused.inc();
      context.output(deadLetters, DeadLetterValue.of(name, row, e, "", RowUsageValue.NONE));
      return;
    }
    out.collect(row);
  }

  /** The key of a row. */
  static <I> String keyOf(SerializableFunction<I, ?> key, I row) {
    return Objects.requireNonNull(key.apply(row), "The key of the row is null.").toString();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    refused =
        getRuntimeContext().getMetricGroup().addGroup(StepMetrics.GROUP).counter("deadLetters");
    keys = new KeyMemory(rememberedKeys);
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(
                    "keys", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    for (long[] hashes : state.get()) {
      for (long hash : hashes) {
        keys.addHash(hash);
      }
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    state.clear();
    state.add(keys.hashes());
  }
}
