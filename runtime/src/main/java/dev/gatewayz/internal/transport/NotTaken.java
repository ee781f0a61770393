package dev.gatewayz.internal.transport;

/** What becomes of a task that begins something, and need not, if its loop does not run it. */
@FunctionalInterface
public interface NotTaken {

  /**
   * The task will not run. Any thread.
   *
   * @param ended whether the loop has ended; else it has taken nothing for too long
   */
  void notTaken(boolean ended);
}
