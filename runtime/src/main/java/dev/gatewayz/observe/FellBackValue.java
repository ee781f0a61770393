package dev.gatewayz.observe;

import dev.gatewayz.error.GatewayzException;

/** A {@link CallEvent.FellBack}. */
record FellBackValue(CallSubject call, GatewayzException failure, String failedModel)
    implements CallEvent.FellBack {

  @Override
  public String toString() {
    return "FellBack[" + call + ", failure=" + failure + ", failedModel=" + failedModel + "]";
  }
}
