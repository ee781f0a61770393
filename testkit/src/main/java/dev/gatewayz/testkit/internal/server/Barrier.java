package dev.gatewayz.testkit.internal.server;

/** A place where an answer waits for somebody to let it pass. */
@FunctionalInterface
public interface Barrier {

  /**
   * Stands before the barrier.
   *
   * @param pass to be called once, on any thread, when the way is free; possibly before this method
   *     returns
   * @return what to call when the wait is given up
   */
  Runnable await(Runnable pass);
}
