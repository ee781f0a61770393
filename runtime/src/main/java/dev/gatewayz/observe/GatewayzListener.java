package dev.gatewayz.observe;

/**
 * Is told what becomes of calls. Runs on event loops, so it must not block; what it throws is
 * logged and changes nothing. Events hold no prompt text, no answer text and no key.
 */
@FunctionalInterface
public interface GatewayzListener {

  /** Something has become of a call. The events of one call come one after the other. */
  void onEvent(CallEvent event);
}
