package dev.gatewayz.flink;

import dev.gatewayz.Gatewayz;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** Asks about rows. One for each subtask; rows begin on its thread and end on any. */
final class PromptFunction<C, I, O> extends RichAsyncFunction<I, Outcome<I, O>> {
  private static final long serialVersionUID = 1;

  private final StepSettings settings;
  private final SerializableFunction<Gatewayz, C> prompts;
  private final SerializableFunction<I, ?> key;
  private final Ask<C, I, O> ask;
  private transient SharedClient client;
  private transient StepMetrics metrics;
  private transient JobBudget.@Nullable Share share;

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
      share.add(java.math.BigDecimal.ZERO).get();
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
