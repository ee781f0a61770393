package dev.gatewayz.internal.call;

import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.time.Nanos;
import dev.gatewayz.usage.Budget;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What was used and reserved of one budget in the present window. Thread-safe without locks: each
 * change replaces the whole window.
 */
final class BudgetLedger {
  /** Everything is counted in millionths: of dollars, tokens or calls. */
  private static final int SCALE = 6;

  private final Budget budget;
  private final long limit;
  private final long start = System.nanoTime();
  private final AtomicReference<Window> window = new AtomicReference<>(new Window(0, 0));

  private record Window(long number, long used) {}

  /**
   * A part of a budget that a call has reserved.
   *
   * @param ledger whose part it is
   * @param window the number of the window it was reserved in
   * @param amount how much
   */
  record Reservation(BudgetLedger ledger, long window, long amount) {

    /** The same with more; {@code null} if the limit is reached without it. */
    @Nullable Reservation extended(BigDecimal usedSoFar, BigDecimal more) {
      return ledger.extend(this, scaled(usedSoFar), scaled(more));
    }

    /** Replaces what was reserved by what was used. */
    void settle(BigDecimal used) {
      ledger.settle(window, scaled(used) - amount);
    }
  }

  BudgetLedger(Budget budget) {
    this.budget = budget;
    this.limit = scaled(budget.limit());
  }

  Budget budget() {
    return budget;
  }

  /** Whether the calls of that request count. */
  boolean counts(CallRequest request) {
    if (budget.promptId() != null && !budget.promptId().equals(request.prompt().id())) {
      return false;
    }
    String tag = budget.tag();
    if (tag == null) {
      return true;
    }
    int split = tag.indexOf('=');
    String value = request.policy().tags().get(tag.substring(0, split));
    return tag.substring(split + 1).equals(value);
  }

  /** Reserves an amount; {@code null} if the limit is reached. */
  @Nullable Reservation reserve(BigDecimal amount) {
    long wanted = scaled(amount);
    while (true) {
      Window now = current();
      if (now.used() >= limit) {
        return null;
      }
      if (window.compareAndSet(now, new Window(now.number(), now.used() + wanted))) {
        return new Reservation(this, now.number(), wanted);
      }
    }
  }

  private @Nullable Reservation extend(Reservation reserved, long usedSoFar, long more) {
    while (true) {
      Window now = current();
      if (now.number() != reserved.window()) {
        // What was reserved in one window is settled in it.
        return reserved;
      }
      long used = now.used() - reserved.amount() + usedSoFar;
      if (used >= limit) {
        return null;
      }
      if (window.compareAndSet(now, new Window(now.number(), used + more))) {
        return new Reservation(this, now.number(), usedSoFar + more);
      }
    }
  }

  private void settle(long number, long difference) {
    while (difference != 0) {
      Window now = latest();
      if (now.number() != number
          || window.compareAndSet(now, new Window(number, now.used() + difference))) {
        return;
      }
    }
  }

  /** The window of this moment, begun if it has not been. */
  private Window current() {
    long number = (System.nanoTime() - start) / Nanos.of(budget.window());
    Window now = latest();
    while (now.number() < number) {
      Window next = new Window(number, 0);
      if (window.compareAndSet(now, next)) {
        return next;
      }
      now = latest();
    }
    return now;
  }

  private Window latest() {
    return Objects.requireNonNull(window.get());
  }

  private static long scaled(BigDecimal amount) {
    BigDecimal millionths = amount.movePointRight(SCALE);
    return millionths.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 4)) > 0
        ? Long.MAX_VALUE / 4
        : millionths.longValue();
  }
}
