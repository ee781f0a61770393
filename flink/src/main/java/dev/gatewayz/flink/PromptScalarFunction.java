package dev.gatewayz.flink;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.error.Fault;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.flink.table.functions.AsyncScalarFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * A typed prompt as a function of SQL. A subclass has a method {@code eval} whose first parameter
 * is a future of the answer, and others those of the function:
 *
 * <pre>{@code
 * public class TeamOf extends PromptScalarFunction<Tickets> {
 *   public TeamOf() {
 *     super(ClientSource.fromEnvironment(), GatewayzTickets::new);
 *   }
 *
 *   public void eval(CompletableFuture<Team> answer, String text) {
 *     ask(answer, tickets -> tickets.team(text));
 *   }
 * }
 * }</pre>
 *
 * @param <C> the prompt interface
 */
public abstract class PromptScalarFunction<C> extends AsyncScalarFunction {
  private static final long serialVersionUID = 1;

  private final ClientSource source;
  private final SerializableFunction<Gatewayz, ? extends C> prompts;
  private transient SharedClient client;
  private transient C bound;

  /**
   * A function that asks prompts of such a client.
   *
   * @param source how task managers make their client
   * @param prompts the constructor of a generated class, as in {@code GatewayzTickets::new}
   */
  @SuppressWarnings("NullAway.Init") // Flink opens it before it is used.
  protected PromptScalarFunction(
      ClientSource source, SerializableFunction<Gatewayz, ? extends C> prompts) {
    this.source = Objects.requireNonNull(source, "source");
    this.prompts = Objects.requireNonNull(prompts, "prompts");
  }

  @Override
  public void open(FunctionContext context) {
    client = SharedClient.acquire(source);
    bound = prompts.apply(client.gatewayz());
  }

  @Override
  public void close() {
    if (client != null) {
      client.release();
    }
  }

  /**
   * Asks, and completes the answer with what comes. A row that fails ends the query.
   *
   * @param <O> the type of an answer
   * @param answer what Flink waits for
   * @param prompt asks it
   */
  protected final <O> void ask(
      CompletableFuture<O> answer, Function<? super C, ? extends CompletionStage<O>> prompt) {
    call(bound, prompt).whenComplete((value, thrown) -> complete(answer, value, thrown));
  }

  /**
   * Asks, and completes the answer with what comes.
   *
   * @param <O> the type of an answer
   * @param answer what Flink waits for
   * @param prompt asks it
   * @param instead what a row has that failed so; what it throws ends the query. {@code null} is
   *     SQL's {@code NULL} for texts and numbers; Flink cannot convert it for a record
   */
  protected final <O> void ask(
      CompletableFuture<O> answer,
      Function<? super C, ? extends CompletionStage<O>> prompt,
      Function<Throwable, ? extends @Nullable O> instead) {
    call(bound, prompt)
        .<@Nullable O>handle(
            (value, thrown) -> thrown == null ? value : instead.apply(unwrapped(thrown)))
        .whenComplete((value, thrown) -> complete(answer, value, thrown));
  }

  /**
   * Asks with an idempotency key, as a {@link PromptStep} sends it: made of the key of the row, the
   * hash of the prompt and the model. A row that fails ends the query.
   *
   * @param <O> the type of an answer
   * @param answer what Flink waits for
   * @param key of the row: unique, and the same whenever the row is read
   * @param prompt asks it
   */
  protected final <O> void askWithKey(
      CompletableFuture<O> answer,
      Object key,
      Function<? super C, ? extends CompletionStage<O>> prompt) {
    call(new RowCall(key.toString()), prompt)
        .whenComplete((value, thrown) -> complete(answer, value, thrown));
  }

  /**
   * Asks with an idempotency key, and with a value for rows that fail, which has the reason: a
   * query parts answers from dead letters by it. What the account is to blame for ends the query
   * nevertheless, for every row would fail.
   *
   * @param <O> the type of an answer
   * @param <K> the type of the key
   * @param answer what Flink waits for
   * @param key of the row: unique, and the same whenever the row is read
   * @param prompt asks it
   * @param instead what a row has that failed so; what it throws ends the query
   */
  protected final <O, K> void askWithKey(
      CompletableFuture<O> answer,
      K key,
      Function<? super C, ? extends CompletionStage<O>> prompt,
      Function<DeadLetter<K>, ? extends O> instead) {
    RowCall row = new RowCall(key.toString());
    call(row, prompt)
        .<O>handle(
            (value, thrown) -> {
              if (thrown == null) {
                return value;
              }
              Throwable error = unwrapped(thrown);
              if (DeadLetterValue.faultOf(error) == Fault.ACCOUNT) {
                throw new CompletionException(error);
              }
              return instead.apply(DeadLetterValue.of(key.toString(), key, error, "", row.usage()));
            })
        .whenComplete((value, thrown) -> complete(answer, value, thrown));
  }

  private <O> CompletionStage<O> call(
      RowCall row, Function<? super C, ? extends CompletionStage<O>> prompt) {
    RowCalls calls = client.calls();
    C prompts = this.prompts.apply(client.gatewayz().with(calls.begun(row, source.total())));
    return call(prompts, prompt).whenComplete((value, thrown) -> calls.ended(row));
  }

  private static <C, O> CompletionStage<O> call(
      C prompts, Function<? super C, ? extends CompletionStage<O>> prompt) {
    try {
      return prompt.apply(prompts);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static <O> void complete(
      CompletableFuture<O> answer, @Nullable O value, @Nullable Throwable thrown) {
    if (thrown == null) {
      answer.complete(value);
    } else {
      answer.completeExceptionally(unwrapped(thrown));
    }
  }

  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
