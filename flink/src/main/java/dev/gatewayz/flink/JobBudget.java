package dev.gatewayz.flink;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What a job may spend, and where it adds that up. Immutable. */
record JobBudget(String name, BigDecimal dollars, BudgetStore store) implements Serializable {

  /** The part of one subtask. */
  Share share(int subtask, int parallelism) {
    return store.isShared()
        ? new Share(store, name, dollars)
        : new Share(
            store,
            name + "#" + subtask + "/" + parallelism,
            dollars.divide(BigDecimal.valueOf(parallelism), MathContext.DECIMAL64));
  }

  /** What a subtask may spend. Thread-safe. */
  static final class Share {
    private final BudgetStore store;
    private final String name;
    private final BigDecimal limit;
    private final AtomicReference<BigDecimal> spent = new AtomicReference<>(BigDecimal.ZERO);

    private Share(BudgetStore store, String name, BigDecimal limit) {
      this.store = store;
      this.name = name;
      this.limit = limit;
    }

    /** Whether nothing is left, as far as was heard. */
    boolean isUsedUp() {
      return spent().compareTo(limit) >= 0;
    }

    /** What was spent, as far as was heard, and of what. */
    String state() {
      return "$" + spent().toPlainString() + " of $" + limit.toPlainString();
    }

    /** What was spent, as far as was heard. */
    BigDecimal spent() {
      return Objects.requireNonNull(spent.get());
    }

    /** Under which it is added up. */
    String name() {
      return name;
    }

    /**
     * What was spent before the checkpoint that the job goes on from counts, if it is forgotten.
     */
    CompletableFuture<Void> restore(BigDecimal before) {
      BigDecimal forgotten = before.subtract(spent());
      return forgotten.signum() > 0 ? add(forgotten) : CompletableFuture.completedFuture(null);
    }

    /** Adds the cost of a row; it fails with whatever the store throws. */
    CompletableFuture<Void> add(BigDecimal cost) {
      try {
        return store
            .add(name, cost)
            .thenAccept(total -> spent.accumulateAndGet(total, BigDecimal::max))
            .toCompletableFuture();
      } catch (RuntimeException | Error e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }
}
