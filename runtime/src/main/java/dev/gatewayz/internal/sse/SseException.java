package dev.gatewayz.internal.sse;

/** An event stream that cannot be decoded. */
public final class SseException extends Exception {
  private static final long serialVersionUID = 1;

  SseException(String message) {
    super(message);
  }
}
