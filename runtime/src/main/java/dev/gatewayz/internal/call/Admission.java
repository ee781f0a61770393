package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import java.util.function.Supplier;

/** A call that wants to be admitted. */
interface Admission extends Supplier<CallInfo> {

  /** The call may be made, and holds a place until it leaves. On its loop. */
  void admitted();

  /** Where it waits: lanes take turns. */
  String lane();

  /** Which call it is, for errors. */
  @Override
  CallInfo get();

  /**
   * Runs a step on the loop of the call after so many nanoseconds. Any thread.
   *
   * @return false if the loop has ended
   */
  boolean onLoopAfter(long nanos, Runnable step);
}
