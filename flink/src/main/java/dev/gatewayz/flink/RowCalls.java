package dev.gatewayz.flink;

import dev.gatewayz.CallOptions;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Knows which call belongs to which row: gives it the row's idempotency key, and the row its usage.
 * Thread-safe.
 */
final class RowCalls implements Interceptor, GatewayzListener {
  /** The header that tells a gateway that it has had the request before. */
  static final String HEADER = "idempotency-key";

  private static final String ROW = RowCall.class.getName();

  private final ConcurrentMap<String, RowCall> rows = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private volatile int limit;

  /** The options of the calls about a row, until {@link #ended}. */
  CallOptions begun(RowCall row, Duration total) {
    String number = Long.toString(numbers.incrementAndGet());
    row.number = number;
    rows.put(number, row);
    return CallOptions.builder().header(HEADER, number).totalDeadline(total).build();
  }

  void ended(RowCall row) {
    rows.remove(row.number);
  }

  /** How many calls the gateway takes at once, as was learned; 0 before the first. */
  int limit() {
    return limit;
  }

  @Override
  public OutgoingCall request(OutgoingCall call) {
    String number = call.headers().get(HEADER);
    RowCall row = number == null ? null : rows.get(number);
    return row == null
        ? call
        : call.withHeader(HEADER, row.idempotencyKey(call)).withAttribute(ROW, row);
  }

  @Override
  public void onEvent(CallEvent event) {
    if (event instanceof CallEvent.Sent sent) {
      limit = sent.concurrencyLimit();
    } else if (event instanceof CallEvent.Requeued requeued) {
      limit = requeued.concurrencyLimit();
    } else if (event instanceof CallEvent.Finished finished
        && event.call().attributes().get(ROW) instanceof RowCall row) {
      row.finished(finished);
    }
  }
}
