package dev.gatewayz.internal.transport;

/** What owns steps that run on a loop, and answers for what they throw. */
@FunctionalInterface
public interface Guarded {

  /** A step threw. Throws nothing itself. */
  void onThrown(Throwable thrown);
}
