package dev.gatewayz.flink;

import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the subtasks in this JVM have spent. Thread-safe. */
enum MemoryBudgetStore implements BudgetStore {
  /** The only one. */
  INSTANCE;

  private static final ConcurrentMap<String, BigDecimal> SPENT = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<BigDecimal> add(String budget, BigDecimal dollars) {
    return CompletableFuture.completedFuture(SPENT.merge(budget, dollars, BigDecimal::add));
  }

  @Override
  public boolean isShared() {
    return false;
  }
}
