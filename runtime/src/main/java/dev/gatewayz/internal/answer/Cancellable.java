package dev.gatewayz.internal.answer;

/** Something that its caller may have no more use for. */
@FunctionalInterface
public interface Cancellable {

  /** Ends it by the caller's wish. Any thread, any number of times. */
  void cancel();
}
