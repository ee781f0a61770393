package dev.gatewayz.sample.desk;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.sample.http.JsonText;
import java.math.BigDecimal;
import java.util.concurrent.atomic.LongAdder;

/** Sums over what has become of all calls. Thread-safe. */
final class Metrics implements GatewayzListener {
  private final LongAdder started = new LongAdder();
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder promptTokens = new LongAdder();
  private final LongAdder completionTokens = new LongAdder();
  private BigDecimal cost = BigDecimal.ZERO;
  private final Latencies toFirstToken = new Latencies();
  private final Latencies toEnd = new Latencies();
  private final Activity activity = new Activity();

  @Override
  public void onEvent(CallEvent event) {
    activity.onEvent(event);
    if (event instanceof CallEvent.Queued) {
      started.increment();
    } else if (event instanceof CallEvent.FirstToken first) {
      toFirstToken.add(first.sinceStart());
    } else if (event instanceof CallEvent.Retried) {
      retries.increment();
    } else if (event instanceof CallEvent.Finished finished) {
      finished(finished);
    }
  }

  private void finished(CallEvent.Finished finished) {
    switch (finished.outcome()) {
      case SUCCESS -> {
        succeeded.increment();
        toEnd.add(finished.duration());
      }
      case FAILURE -> failed.increment();
      case CANCELLED -> cancelled.increment();
    }
    Usage usage = finished.usage();
    if (usage != null) {
      promptTokens.add(usage.promptTokens());
      completionTokens.add(usage.completionTokens());
    }
    BigDecimal dollars = finished.cost();
    if (dollars != null) {
      addCost(dollars);
    }
  }

  private synchronized void addCost(BigDecimal dollars) {
    cost = cost.add(dollars);
  }

  private synchronized BigDecimal cost() {
    return cost;
  }

  Activity activity() {
    return activity;
  }

  /** The sums at this moment. */
  JsonText toJson() {
    long ended = succeeded.sum() + failed.sum() + cancelled.sum();
    long begun = started.sum();
    return JsonText.object()
        .put("started", begun)
        .put("succeeded", succeeded.sum())
        .put("failed", failed.sum())
        .put("cancelled", cancelled.sum())
        .put("active", Math.max(0, begun - ended))
        .put("retries", retries.sum())
        .put("promptTokens", promptTokens.sum())
        .put("completionTokens", completionTokens.sum())
        .raw("cost", cost().toPlainString())
        .put("toFirstToken", toFirstToken.percentiles())
        .put("toEnd", toEnd.percentiles());
  }
}
