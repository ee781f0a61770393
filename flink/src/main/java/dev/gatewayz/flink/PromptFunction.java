package dev.gatewayz.flink;

import dev.gatewayz.Gatewayz;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** Asks about rows. One for each subtask; rows begin on its thread and end on any. */
final class PromptFunction<C, I, O> extends RichAsyncFunction<I, Outcome<I, O>>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  private final StepSettings settings;
  private final SerializableFunction<Gatewayz, C> prompts;
  private final SerializableFunction<I, ?> key;
  private final Ask<C, I, O> ask;
  private transient SharedClient client;
  private transient StepMetrics metrics;
  private transient JobBudget.@Nullable Share share;

  /** What all parts of the job had spent at the checkpoint, by the names of their shares. */
  private transient @Nullable ListState<Tuple2<String, String>> spent;

  /** Those under way, to be cancelled at the end. */
  private transient Set<RowTask<C, I, O>> underWay;

  @SuppressWarnings("NullAway.Init") // Flink opens it before it is used.
  PromptFunction(
      StepSettings settings,
      SerializableFunction<Gatewayz, C> prompts,
      SerializableFunction<I, ?> key,
      Ask<C, I, O> ask) {
    this.settings = settings;
    this.prompts = prompts;
    this.key = key;
    this.ask = ask;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    underWay = ConcurrentHashMap.newKeySet();
    client = SharedClient.acquire(settings.client);
    metrics =
        new StepMetrics(
            getRuntimeContext().getMetricGroup(), client.calls()::limit, underWay::size);
    JobBudget budget = settings.budget;
    if (budget != null) {
      share =
          budget.share(
              getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
              getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks());
      share.add(BigDecimal.ZERO).get();
      if (!budget.store().isShared()) {
        share.restore(spentBefore(share.name())).get();
      }
    }
  }

  /** Of that share, or as much as one of them if there were others, for the parallelism differs. */
  private BigDecimal spentBefore(String name) throws Exception {
    BigDecimal sum = BigDecimal.ZERO;
    for (Tuple2<String, String> one : spent().get()) {
      BigDecimal dollars = new BigDecimal(one.f1);
      if (one.f0.equals(name)) {
        return dollars;
      }
      sum = sum.add(dollars);
    }
    int parts = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    return sum.divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
  }

  private ListState<Tuple2<String, String>> spent() {
    return Objects.requireNonNull(spent, "Flink restores a function before it opens it.");
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    spent =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("spent", Types.TUPLE(Types.STRING, Types.STRING)));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    JobBudget.Share mine = share;
    if (mine != null) {
      spent().update(List.of(Tuple2.of(mine.name(), mine.spent().toPlainString())));
    }
  }

  @Override
  public void asyncInvoke(I row, ResultFuture<Outcome<I, O>> result) {
    RowTask<C, I, O> task = new RowTask<>(this, RowGate.keyOf(key, row), row, result);
    underWay.add(task);
    task.ask();
  }

  @Override
  public void timeout(I row, ResultFuture<Outcome<I, O>> result) {
    String name = RowGate.keyOf(key, row);
    for (RowTask<C, I, O> task : underWay) {
      if (task.key().equals(name)) {
        task.giveUp(
            new TimeoutException("The row was neither answered nor refused in time: a defect."));
      }
    }
  }

  @Override
  public void close() {
    if (client != null) {
      underWay.forEach(RowTask::cancel);
      client.release();
    }
  }

  StepSettings settings() {
    return settings;
  }

  SharedClient client() {
    return client;
  }

  StepMetrics metrics() {
    return metrics;
  }

  JobBudget.@Nullable Share share() {
    return share;
  }

  /** The prompts, whose calls belong to a row. */
  C prompts(Gatewayz view) {
    return prompts.apply(view);
  }

  Ask<C, I, O> asking() {
    return ask;
  }

  void ended(RowTask<C, I, O> task) {
    underWay.remove(task);
  }
}
