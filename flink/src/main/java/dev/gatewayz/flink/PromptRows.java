package dev.gatewayz.flink;

import dev.gatewayz.Gatewayz;
import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Rows that are to be asked about.
 *
 * @param <I> the rows
 */
public final class PromptRows<I> {
  private final DataStream<I> rows;
  private ClientSource client = ClientSource.fromEnvironment();

  PromptRows(DataStream<I> rows) {
    this.rows = Objects.requireNonNull(rows, "rows");
  }

  /**
   * Sets how task managers make their client. Default: {@link ClientSource#fromEnvironment()}.
   *
   * @param client serialized with the job
   * @return these rows
   */
  public PromptRows<I> client(ClientSource client) {
    this.client = Objects.requireNonNull(client, "client");
    return this;
  }

  /**
   * Sets whose prompts are asked.
   *
   * @param <C> what asks prompts
   * @param prompts the constructor of a generated class, as in {@code GatewayzTickets::new}; called
   *     for each row with a view of the client
   * @return the rows, which still need a key
   */
  public <C> KeyedRows<C, I> prompts(SerializableFunction<Gatewayz, C> prompts) {
    return new KeyedRows<>(rows, client, Objects.requireNonNull(prompts, "prompts"));
  }
}
