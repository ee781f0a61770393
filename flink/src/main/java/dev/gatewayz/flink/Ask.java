package dev.gatewayz.flink;

import java.io.Serializable;
import java.util.concurrent.CompletionStage;

/**
 * What is asked about a row, as in {@code (tickets, row) -> tickets.team(row.text())}. Must not
 * block: the prompt returns a future. What it throws makes the row a dead letter.
 *
 * @param <C> the prompt interface
 * @param <I> the rows
 * @param <O> the answers
 */
@FunctionalInterface
public interface Ask<C, I, O> extends Serializable {

  /**
   * Asks about a row. Runs in the thread of the subtask, so it must not block.
   *
   * @param prompts a generated client
   * @param row asked about
   * @return the answer, to come
   * @throws Exception makes the row a dead letter
   */
  CompletionStage<O> ask(C prompts, I row) throws Exception;
}
