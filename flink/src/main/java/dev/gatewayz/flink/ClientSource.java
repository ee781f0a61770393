package dev.gatewayz.flink;

import dev.gatewayz.Concurrency;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a task manager makes its client. Travels with the job, so it holds no key: the key and the
 * base come from the environment of the task manager, {@code GATEWAYZ_API_KEY} and {@code
 * GATEWAYZ_API_BASE}. Immutable; each setting returns another one.
 *
 * <p>All subtasks of a JVM whose sources have the same name share one client, its connections and
 * its limit; the last one that ends closes it.
 */
public final class ClientSource implements Serializable {
  private static final long serialVersionUID = 1;

  /** What is set of a builder. */
  @FunctionalInterface
  public interface Settings extends Consumer<GatewayzBuilder>, Serializable {}

  private final String name;
  private final int min;
  private final int max;
  private final Duration total;
  private final @Nullable Settings settings;

  private ClientSource(String name, int min, int max, Duration total, @Nullable Settings settings) {
    this.name = name;
    this.min = min;
    this.max = max;
    this.total = total;
    this.settings = settings;
  }

  /**
   * {@return a client with what the environment says, 8 to 512 calls at once, and 10 minutes for a
   * call with all its retries and waits}
   */
  public static ClientSource fromEnvironment() {
    return new ClientSource("gatewayz", 8, 512, Deadlines.DEFAULT.total(), null);
  }

  /**
   * {@return the same with another name: a client of its own beside others in the same JVM}
   *
   * @param name equal in all steps that share a client
   */
  public ClientSource named(String name) {
    return new ClientSource(Objects.requireNonNull(name, "name"), min, max, total, settings);
  }

  /**
   * {@return the same with other bounds, within which the client finds out how many calls the
   * gateway takes from this JVM}
   *
   * @param min how many calls at least, and to begin with
   * @param max how many calls at most
   * @throws IllegalArgumentException unless {@code 1 <= min <= max}
   */
  public ClientSource concurrency(int min, int max) {
    Concurrency.adaptive(min, max);
    return new ClientSource(name, min, max, total, settings);
  }

  /**
   * {@return the same with another deadline for a call with all its retries and waits}
   *
   * @param total above zero
   */
  public ClientSource totalDeadline(Duration total) {
    Deadlines.DEFAULT.withTotal(total);
    return new ClientSource(name, min, max, total, settings);
  }

  /**
   * {@return the same with more settings, made in the task manager: interceptors, prices, options
   * of prompts} A key belongs here only as what reads it there, as in {@code builder ->
   * builder.apiKey(System.getenv("OTHER_KEY"))}. The bounds of {@link #concurrency} are set after
   * these.
   *
   * @param settings called after those that were given before
   */
  public ClientSource with(Settings settings) {
    Objects.requireNonNull(settings, "settings");
    Settings before = this.settings;
    return new ClientSource(
        name,
        min,
        max,
        total,
        before == null
            ? settings
            : builder -> {
              before.accept(builder);
              settings.accept(builder);
            });
  }

  String name() {
    return name;
  }

  Duration total() {
    return total;
  }

  /** Makes a client. */
  Gatewayz build(RowCalls calls) {
    // A native library cannot be loaded again by the next class loader of a job.
    GatewayzBuilder builder =
        Gatewayz.builder()
            .nio()
            .deadlines(Deadlines.DEFAULT.withTotal(total))
            // Checks of answers, and what jobs do with them, is code that may take its time.
            .callbackExecutor(new CompletableFuture<>().defaultExecutor())
            .interceptor(calls)
            .listener(calls);
    if (settings != null) {
      settings.accept(builder);
    }
    return builder
        .concurrency(Concurrency.adaptive(min, max))
        .maxConcurrentCalls(Integer.MAX_VALUE, Integer.MAX_VALUE)
        .maxConnections(128, Math.max(32, max))
        .build();
  }
}
