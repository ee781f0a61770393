package dev.gatewayz.internal.account;

import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.time.Nanos;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.BudgetState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What was used and reserved of one budget in the present window. Thread-safe without locks: each
 * change replaces the whole window.
 */
public final class BudgetLedger {
  /** Dollars are counted in so many decimal places; a token costs at least 0.00000001. */
  private static final int SCALE_OF_COST = 10;

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

  private final Budget budget;
  private final int scale;
  private final long limit;
  private final long start = System.nanoTime();
  private final InstantSource clock;
  private final AtomicReference<Window> window = new AtomicReference<>(new Window(0, 0, 0));

  /**
   * A window.
   *
   * @param number since the first, or since 1970 for days
   * @param turn which one it is of those that were begun here
   * @param used what was used and reserved
   */
  private record Window(long number, long turn, long used) {
    Window with(long nowUsed) {
      return new Window(number, turn, nowUsed);
    }
  }

  /**
   * A part of a budget that a call has reserved.
   *
   * @param ledger whose part it is
   * @param window the turn of the window it was reserved in
   * @param amount how much
   */
  public record Reservation(BudgetLedger ledger, long window, long amount) {

    /** The same with more; {@code null} if the limit is reached without it. */
    @Nullable Reservation extended(BigDecimal usedSoFar, BigDecimal more) {
      return ledger.extend(this, ledger.scaled(usedSoFar), ledger.scaled(more));
    }

    /** Replaces what was reserved by what was used. */
    void settle(BigDecimal used) {
      ledger.settle(window, ledger.scaled(used) - amount);
    }
  }

  BudgetLedger(Budget budget) {
    this(budget, InstantSource.system());
  }

  /** With a clock that says which day it is. */
  BudgetLedger(Budget budget, InstantSource clock) {
    this.budget = budget;
    this.clock = clock;
    this.scale = budget.unit() == Budget.Unit.COST ? SCALE_OF_COST : 0;
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
    String tag = budget.tagName();
    return tag == null || Objects.equals(request.policy().tags().get(tag), budget.tagValue());
  }

  /** Reserves an amount; {@code null} if the limit is reached. */
  @Nullable Reservation reserve(BigDecimal amount) {
    long wanted = scaled(amount);
    while (true) {
      Window now = current();
      if (now.used() >= limit) {
        return null;
      }
      if (window.compareAndSet(now, now.with(now.used() + wanted))) {
        return new Reservation(this, now.turn(), wanted);
      }
    }
  }

  private @Nullable Reservation extend(Reservation reserved, long usedSoFar, long more) {
    while (true) {
      Window now = current();
      if (now.turn() != reserved.window()) {
        // What was reserved in one window is settled in it.
        return reserved;
      }
      long used = now.used() - reserved.amount() + usedSoFar;
      if (used >= limit) {
        return null;
      }
      if (window.compareAndSet(now, now.with(used + more))) {
        return new Reservation(this, now.turn(), usedSoFar + more);
      }
    }
  }

  private void settle(long turn, long difference) {
    while (difference != 0) {
      Window now = latest();
      if (now.turn() != turn || window.compareAndSet(now, now.with(now.used() + difference))) {
        return;
      }
    }
  }

  /**
   * The window of this moment, begun if it has not been. A clock that is set back a little does not
   * end a day; one that was days ahead takes what was used along when it is set right.
   */
  private Window current() {
    long number = number();
    Window now = latest();
    while (now.number() < number || now.number() > number + 1) {
      boolean isNew = now.number() < number;
      Window next = new Window(number, now.turn() + (isNew ? 1 : 0), isNew ? 0 : now.used());
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

  private long number() {
    ZoneId zone = budget.zone();
    return zone == null
        ? (System.nanoTime() - start) / Nanos.of(budget.window())
        : LocalDate.ofInstant(clock.instant(), zone).toEpochDay();
  }

  /** How far it is used at this moment. */
  BudgetState state() {
    Window now = current();
    return BudgetState.builder()
        .name(budget.name())
        .unit(budget.unit())
        .limit(budget.limit())
        .used(BigDecimal.valueOf(now.used(), scale))
        .windowEnd(end(now.number()))
        .build();
  }

  private Instant end(long number) {
    ZoneId zone = budget.zone();
    if (zone != null) {
      return LocalDate.ofEpochDay(number + 1).atStartOfDay(zone).toInstant();
    }
    long length = Nanos.of(budget.window());
    return clock.instant().plusNanos(length - (System.nanoTime() - start) % length);
  }

  /** In units of this ledger, rounded up: the smallest amounts add up. */
  private long scaled(BigDecimal amount) {
    BigDecimal units = amount.movePointRight(scale);
    if (units.compareTo(BigDecimal.ONE) <= 0) {
      return Math.max(0, units.signum());
    }
    return units.compareTo(LARGEST) > 0
        ? LARGEST.longValue()
        : units.setScale(0, RoundingMode.CEILING).longValue();
  }
}
