package dev.gatewayz.observe;

/** A {@link CallEvent.Hedged}. */
record HedgedValue(CallSubject call) implements CallEvent.Hedged {

  @Override
  public String toString() {
    return "Hedged[" + call + "]";
  }
}
