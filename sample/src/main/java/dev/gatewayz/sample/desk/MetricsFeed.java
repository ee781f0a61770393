package dev.gatewayz.sample.desk;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.sample.http.EventStream;
import dev.gatewayz.sample.http.Exchange;
import dev.gatewayz.sample.http.JsonText;
import dev.gatewayz.sample.http.Request;
import dev.gatewayz.sample.http.Route;
import dev.gatewayz.usage.BudgetState;
import io.netty.channel.EventLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Shows the metrics to all browsers, once a tick: written once, sent to each that keeps up. Who
 * does not keep up misses ticks, and costs nothing. Its state belongs to one event loop.
 */
final class MetricsFeed implements Route, AutoCloseable {
  private static final int HISTORY = 120;

  private final Gatewayz gatewayz;
  private final Metrics metrics;
  private final Clock clock;
  private final EventLoop loop;
  private final Future<?> ticks;
  private final Deque<JsonText> history = new ArrayDeque<>();
  private final Set<EventStream> readers = new LinkedHashSet<>();
  private byte[] activity = {};

  MetricsFeed(Gatewayz gatewayz, Metrics metrics, Clock clock, EventLoop loop, Duration tick) {
    this.gatewayz = gatewayz;
    this.metrics = metrics;
    this.clock = clock;
    this.loop = loop;
    ticks = loop.scheduleAtFixedRate(this::tick, 0, tick.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void handle(Request request, Exchange exchange) {
    EventStream reader = exchange.events();
    reader.onGone(() -> loop.execute(() -> readers.remove(reader)));
    loop.execute(
        () -> {
          JsonText all = JsonText.array();
          history.forEach(all::add);
          reader.offer(EventStream.bytes("history", all));
          reader.offer(activityEvent());
          readers.add(reader);
        });
  }

  private void tick() {
    gatewayz
        .poolsAsync()
        .thenAcceptAsync(pools -> publish(sample(pools)), loop)
        .exceptionally(closed -> null);
  }

  private void publish(JsonText sample) {
    if (history.size() == HISTORY) {
      history.removeFirst();
    }
    history.addLast(sample);
    byte[] event = EventStream.bytes("sample", sample);
    byte[] newest = activityEvent();
    boolean isNews = !Arrays.equals(newest, activity);
    activity = newest;
    for (EventStream reader : readers) {
      reader.offer(event);
      if (isNews) {
        reader.offer(newest);
      }
    }
  }

  private byte[] activityEvent() {
    return EventStream.bytes("activity", metrics.activity().toJson());
  }

  private JsonText sample(List<PoolState> pools) {
    List<JsonText> budgets = new ArrayList<>();
    gatewayz.budgets().forEach(budget -> budgets.add(json(budget)));
    JsonText list = JsonText.array();
    budgets.forEach(list::add);
    return metrics
        .toJson()
        .put("time", clock.millis())
        .put("connections", pools.stream().mapToInt(PoolState::connections).sum())
        .put("streams", pools.stream().mapToInt(PoolState::active).sum())
        .put("queued", pools.stream().mapToInt(PoolState::queued).sum())
        .put("browsers", readers.size())
        .put("budgets", list);
  }

  private static JsonText json(BudgetState budget) {
    return JsonText.object()
        .put("name", budget.name())
        .put("unit", budget.unit().name())
        .raw("used", budget.used().toPlainString())
        .raw("limit", budget.limit().toPlainString());
  }

  @Override
  public void close() {
    ticks.cancel(false);
  }
}
