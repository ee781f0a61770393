package dev.gatewayz.observe;

/**
 * Is told what becomes of calls. Runs on event loops, so it must not block; what it throws is
 * logged and changes nothing. Events hold no prompt text, no answer text and no key.
 */
@FunctionalInterface
public interface GatewayzListener {

  /**
   * Tells that something has become of a call. The events of one call come one after the other.
   *
   * @param event what it is; new kinds may be added
   */
  void onEvent(CallEvent event);
}
