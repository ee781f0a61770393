package dev.gatewayz.internal.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a client from amplifying an outage: each retry costs a little, each success pays a part of
 * that back, and when nothing is left, failures are final at once. Thread-safe.
 */
public final class RetryBudget {
  private static final int FULL = 500;
  private static final int COST = 5;

  private final AtomicInteger left = new AtomicInteger(FULL);

  /** Pays for a retry; returns whether there was enough. */
  boolean spend() {
    int had = left.get();
    while (had >= COST) {
      if (left.compareAndSet(had, had - COST)) {
        return true;
      }
      had = left.get();
    }
    return false;
  }

  /** A call has succeeded. */
  void refund() {
    // Full as a rule: then nothing is written.
    int had = left.get();
    while (had < FULL && !left.compareAndSet(had, had + 1)) {
      had = left.get();
    }
  }
}
