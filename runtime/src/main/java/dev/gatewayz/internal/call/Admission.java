package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import java.util.function.Supplier;

/** A call that wants to be admitted. */
interface Admission extends CallLoop, Supplier<CallInfo> {

  /** The call may be made, and holds a place until it leaves. On its loop. */
  void admitted();

  /** Where it waits: lanes take turns. */
  String lane();

  /** Which call it is, for errors. */
  @Override
  CallInfo get();
}
