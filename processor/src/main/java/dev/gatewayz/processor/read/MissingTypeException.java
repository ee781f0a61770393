package dev.gatewayz.processor.read;

/**
 * A declaration refers to something that does not exist, or not yet: another processor may generate
 * it. Reading starts afresh in the next round.
 */
public final class MissingTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what is missing. */
  MissingTypeException(String name) {
    super(name, null, false, false);
  }
}
