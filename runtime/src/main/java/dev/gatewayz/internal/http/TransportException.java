package dev.gatewayz.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that the network or the protocol ended. Has no stack trace: where it was created says
 * nothing, and an outage creates many.
 */
public final class TransportException extends IOException {
  private static final long serialVersionUID = 1;

  /** What went wrong, which decides what may be done about it. */
  public enum Kind {
    /** The host has no address. */
    RESOLVE,
    /** No connection could be opened. */
    CONNECT,
    /** The TLS handshake failed. */
    TLS,
    /** The connection or the stream ended before the response did. */
    RESET,
    /** The server broke the rules of HTTP. */
    PROTOCOL,
    /** This client was closed. */
    CLOSED
  }

  private final Kind kind;

  private TransportException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A failure. */
  public static TransportException of(Kind kind, String message, @Nullable Throwable cause) {
    return new TransportException(kind, message, cause);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
