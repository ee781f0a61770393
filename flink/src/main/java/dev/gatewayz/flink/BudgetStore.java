package dev.gatewayz.flink;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.concurrent.CompletionStage;

/**
 * Where the parts of a job add up what they have spent, as in a Redis {@code INCRBYFLOAT}.
 * Implementations travel with the job and hold no secrets; they connect where they are used.
 */
public interface BudgetStore extends Serializable {

  /**
   * Adds to what a budget has spent. Must not block. Is called once for each row that has cost
   * something, and once with zero when a part of the job begins.
   *
   * @param budget its name
   * @param dollars what is added, 0 or more
   * @return what is spent in all; if it fails, the job fails and goes on from its last checkpoint
   */
  CompletionStage<BigDecimal> add(String budget, BigDecimal dollars);

  /**
   * {@return whether all machines of the job add to the same number} If not, each subtask may spend
   * its share, which is the budget divided by the parallelism.
   */
  boolean isShared();

  /**
   * {@return the memory of this JVM} Where it ends, what was spent is as it was at the checkpoint
   * that the job goes on from.
   */
  static BudgetStore inMemory() {
    return MemoryBudgetStore.INSTANCE;
  }
}
