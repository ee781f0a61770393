package dev.gatewayz.flink;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.batch.Cascade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A step of a job that asks about rows, until {@link #apply} adds it to the job.
 *
 * <p>A row whose failure is its own fault becomes a dead letter at once. While the gateway is to
 * blame it is asked again, after pauses that grow to a minute, as long as {@link #patience} lasts.
 * If the account is to blame the job stops and does not restart by itself; its last checkpoint has
 * all rows that are not answered.
 *
 * @param <C> the prompt interface
 * @param <I> the rows
 * @param <O> the answers
 */
public final class PromptStep<C, I, O> {
  private final DataStream<I> rows;
  private final SerializableFunction<Gatewayz, C> prompts;
  private final SerializableFunction<I, ?> key;
  private final TypeInformation<O> type;
  private final StepSettings settings;
  private Ask<C, I, O> ask;

  PromptStep(
      DataStream<I> rows,
      SerializableFunction<Gatewayz, C> prompts,
      SerializableFunction<I, ?> key,
      Ask<C, I, O> ask,
      TypeInformation<O> type,
      StepSettings settings) {
    this.rows = rows;
    this.prompts = prompts;
    this.key = key;
    this.ask = ask;
    this.type = type;
    this.settings = settings;
  }

  /**
   * Sets how many rows of a subtask may be under way: what Flink keeps in checkpoints, and asks
   * again after a restart. The client sends as many of them at once as the gateway takes. Default
   * 512.
   *
   * @param rows at least 1
   * @return this step
   * @throws IllegalArgumentException if that is below 1
   */
  public PromptStep<C, I, O> inFlight(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("inFlight is " + rows + "; it must be 1 or more.");
    }
    settings.inFlight = rows;
    return this;
  }

  /**
   * Hands answers on in the order of the rows. Default: as they are answered.
   *
   * @return this step
   */
  public PromptStep<C, I, O> ordered() {
    settings.isOrdered = true;
    return this;
  }

  /**
   * Asks again, by a better and dearer prompt or model, about rows whose answer does not pass a
   * check, or could not be read. Calls may be made several times, for several steps up. The usage
   * of the row has the sum.
   *
   * @param isGood whether an answer may stay
   * @param better asks again
   * @return this step
   */
  public PromptStep<C, I, O> cascade(SerializableFunction<O, Boolean> isGood, Ask<C, I, O> better) {
    Objects.requireNonNull(isGood, "isGood");
    Objects.requireNonNull(better, "better");
    Ask<C, I, O> cheap = ask;
    ask =
        (client, row) ->
            Cascade.<I, O>first(asked -> call(cheap, client, asked))
                .orElse(isGood::apply, asked -> call(better, client, asked))
                .apply(row);
    return this;
  }

  private static <C, I, O> CompletionStage<O> call(Ask<C, I, O> ask, C client, I row) {
    try {
      return ask.ask(client, row);
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Sets how long a row is asked again while the gateway is to blame. Default: 2 hours. Then it is
   * a dead letter.
   *
   * @param patience zero or more
   * @return this step
   * @throws IllegalArgumentException if it is below zero
   */
  public PromptStep<C, I, O> patience(Duration patience) {
    if (patience.isNegative()) {
      throw new IllegalArgumentException(
          "Patience is " + patience + "; it must not be below zero.");
    }
    settings.patience = patience;
    return this;
  }

  /** The first pause before a row is asked again. */
  PromptStep<C, I, O> firstPause(Duration pause) {
    settings.firstPause = pause;
    return this;
  }

  /**
   * Holds rows and asks again when the account is to blame, too, as if it were the gateway: for
   * jobs that go on by themselves when there are credits. Default: the job stops.
   *
   * @return this step
   */
  public PromptStep<C, I, O> holdOnAccountFault() {
    settings.holdsOnAccountFault = true;
    return this;
  }

  /**
   * Sets how many keys a subtask remembers, to tell those that come twice; 8 bytes each in
   * checkpoints. Default: 100,000. With 0 none is told.
   *
   * @param keys 0 or more
   * @return this step
   * @throws IllegalArgumentException if it is below zero
   */
  public PromptStep<C, I, O> rememberKeys(int keys) {
    if (keys < 0) {
      throw new IllegalArgumentException("It is " + keys + " keys; it must not be below zero.");
    }
    settings.rememberedKeys = keys;
    return this;
  }

  /**
   * Sets what the job may spend. When that is reached it stops, as for other faults of the account;
   * rows under way may go beyond.
   *
   * @param name under which it is added up
   * @param dollars as in {@code 25.00}
   * @param store adds up what is spent
   * @return this step
   */
  public PromptStep<C, I, O> budget(String name, String dollars, BudgetStore store) {
    settings.budget = new JobBudget(name, new BigDecimal(dollars), store);
    return this;
  }

  /**
   * Takes rows that come over the network, for which checkpoints wait; unaligned checkpoints help a
   * little. Default: they are refused.
   *
   * @return this step
   */
  public PromptStep<C, I, O> acceptShuffledRows() {
    settings.allowsShuffle = true;
    return this;
  }

  /**
   * Adds the step to the job, with the parallelism of its rows.
   *
   * @param name of the step, under which checkpoints know it: unique in the job, and the same in
   *     its next version
   * @return the answers and the dead letters
   * @throws IllegalArgumentException if rows come over the network, with the reason
   */
  public Asked<I, O> apply(String name) {
    if (!settings.allowsShuffle) {
      Chain.require(rows, name);
    }
    TypeInformation<I> rowType = rows.getType();
    OutputTag<DeadLetter<I>> deadLetters =
        new OutputTag<>("deadLetters", OutcomeType.of(rowType, type));
    int parallelism = rows.getParallelism();
    SingleOutputStreamOperator<I> gate =
        rows.process(new RowGate<>(key, settings.rememberedKeys, deadLetters), rowType)
            .setParallelism(parallelism)
            .name(name + ": keys")
            .uid(name + "-keys");
    SingleOutputStreamOperator<Outcome<I, O>> outcomes =
        asking(gate)
            .returns(OutcomeType.<I, O, Outcome<I, O>>of(rowType, type))
            .setParallelism(parallelism)
            .name(name)
            .uid(name);
    SingleOutputStreamOperator<Answer<I, O>> answers =
        outcomes
            .process(
                new OutcomeSplit<>(name, deadLetters),
                OutcomeType.<I, O, Answer<I, O>>of(rowType, type))
            .setParallelism(parallelism)
            .name(name + ": answers")
            .uid(name + "-answers");
    return new Asked<>(
        answers, answers.getSideOutput(deadLetters).union(gate.getSideOutput(deadLetters)));
  }

  private SingleOutputStreamOperator<Outcome<I, O>> asking(DataStream<I> gate) {
    PromptFunction<C, I, O> function = new PromptFunction<>(settings, prompts, key, ask);
    long timeout = settings.timeout().toMillis();
    return settings.isOrdered
        ? AsyncDataStream.orderedWait(
            gate, function, timeout, TimeUnit.MILLISECONDS, settings.inFlight)
        : AsyncDataStream.unorderedWait(
            gate, function, timeout, TimeUnit.MILLISECONDS, settings.inFlight);
  }
}
