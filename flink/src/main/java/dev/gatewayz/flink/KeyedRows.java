package dev.gatewayz.flink;

import dev.gatewayz.Gatewayz;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows and the prompts that are asked about them.
 *
 * @param <C> the prompt interface
 * @param <I> the rows
 */
public final class KeyedRows<C, I> {
  private final DataStream<I> rows;
  private final ClientSource client;
  private final SerializableFunction<Gatewayz, C> prompts;
  private @Nullable SerializableFunction<I, ?> key;

  KeyedRows(DataStream<I> rows, ClientSource client, SerializableFunction<Gatewayz, C> prompts) {
    this.rows = rows;
    this.client = client;
    this.prompts = prompts;
  }

  /**
   * Sets what names a row: unique in the job, and the same whenever it is read. Answers and
   * idempotency keys go by its text. A row for which this throws is a dead letter.
   *
   * @param key of a row
   * @return these rows
   */
  public KeyedRows<C, I> key(SerializableFunction<I, ?> key) {
    this.key = Objects.requireNonNull(key, "key");
    return this;
  }

  /**
   * Sets what is asked about a row.
   *
   * @param <O> the type of an answer
   * @param ask calls prompts
   * @param type of the answers: whatever {@link ValueTypes#of} takes
   * @return the step
   * @throws IllegalStateException if the rows have no key
   */
  public <O> PromptStep<C, I, O> ask(Ask<C, I, O> ask, Class<O> type) {
    return ask(ask, ValueTypes.of(type));
  }

  /**
   * Sets what is asked about a row, for answers whose type is known to Flink.
   *
   * @param <O> the type of an answer
   * @param ask calls prompts
   * @param type of the answers
   * @return the step
   * @throws IllegalStateException if the rows have no key
   */
  public <O> PromptStep<C, I, O> ask(Ask<C, I, O> ask, TypeInformation<O> type) {
    SerializableFunction<I, ?> named = key;
    if (named == null) {
      throw new IllegalStateException("Rows need a key: call key(…) before ask(…).");
    }
    Objects.requireNonNull(ask, "ask");
    Objects.requireNonNull(type, "type");
    StepSettings settings = new StepSettings();
    settings.client = client;
    return new PromptStep<>(rows, prompts, named, ask, type, settings);
  }
}
