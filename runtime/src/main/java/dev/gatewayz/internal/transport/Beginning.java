package dev.gatewayz.internal.transport;

/** What begins on a loop, and need not if the loop takes nothing for too long. */
public interface Beginning extends Runnable {

  /**
   * It will not begin. Any thread.
   *
   * @param ended whether the loop has ended
   */
  void notTaken(boolean ended);
}
