package dev.gatewayz.telemetry;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.observe.GatewayzListener;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures calls with Micrometer: a timer each for the whole call, the first chunk and the mean
 * time between chunks of a stream, and a distribution of tokens by type; with {@link
 * dev.gatewayz.Concurrency} also a gauge of how many requests each gateway takes at once, and a
 * counter of those it turned away. Needs {@code io.micrometer:micrometer-core}.
 *
 * <pre>{@code
 * Gatewayz.builder().listener(new MicrometerMetrics(registry)).build();
 * }</pre>
 *
 * <p>Tags are the model, the prompt and the kind of error, each {@code none} where there is none;
 * never what a call was marked with, of which there may be any number.
 */
public final class MicrometerMetrics implements GatewayzListener {
  private static final String NONE = "none";

  private final MeterRegistry registry;

  /** By gateway, how many requests it took at once when one was sent last. */
  private final Map<String, AtomicInteger> limits = new ConcurrentHashMap<>();

  /**
   * Measures into a registry.
   *
   * @param registry yours to close
   */
  public MicrometerMetrics(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void onEvent(CallEvent event) {
    if (event instanceof CallEvent.Finished end) {
      if (Measured.isInference(end.call())) {
        measure(end);
      }
    } else if (event instanceof CallEvent.Sent sent) {
      show(sent.gateway(), sent.concurrencyLimit());
    } else if (event instanceof CallEvent.Requeued again) {
      show(again.gateway(), again.concurrencyLimit());
      registry.counter(Names.REQUEUED, Names.GATEWAY, again.gateway()).increment();
    }
  }

  private void show(String gateway, int limit) {
    if (limit > 0) {
      limits.computeIfAbsent(gateway, this::gauge).set(limit);
    }
  }

  private AtomicInteger gauge(String gateway) {
    AtomicInteger limit = new AtomicInteger();
    Gauge.builder(Names.CONCURRENCY_LIMIT, limit, AtomicInteger::get)
        .tags(Names.GATEWAY, gateway)
        .strongReference(true)
        .register(registry);
    return limit;
  }

  private void measure(CallEvent.Finished end) {
    Tags tags = tags(end.call());
    String error = Measured.errorType(end);
    Tag outcome = Tag.of(Names.ERROR_TYPE, error == null ? NONE : error);
    timer(Names.DURATION, tags.and(outcome)).record(end.duration());
    if (end.toFirstToken() != null) {
      timer(Names.FIRST_CHUNK, tags).record(end.toFirstToken());
    }
    Duration perChunk = Measured.perChunk(end);
    if (perChunk != null) {
      timer(Names.PER_CHUNK, tags).record(perChunk);
    }
    Usage usage = end.usage();
    if (usage != null) {
      record(tags, Names.INPUT, usage.promptTokens());
      record(tags, Names.OUTPUT, usage.completionTokens());
    }
  }

  private static Tags tags(CallSubject call) {
    String prompt = call.promptId();
    return Tags.of(
        Tag.of(Names.OPERATION, Measured.operation(call)),
        Tag.of(Names.PROVIDER, Names.GATEWAYZ),
        Tag.of(Names.REQUEST_MODEL, call.model()),
        Tag.of(Names.PROMPT, prompt == null ? NONE : prompt));
  }

  private Timer timer(String name, Tags tags) {
    return Timer.builder(name).tags(tags).register(registry);
  }

  private void record(Tags tags, String type, long tokens) {
    DistributionSummary.builder(Names.TOKENS)
        .baseUnit("tokens")
        .tags(tags.and(Names.TOKEN_TYPE, type))
        .register(registry)
        .record((double) tokens);
  }
}
