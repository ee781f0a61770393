package dev.gatewayz.sample.http;

/** A request that is at fault; the message tells its sender what to change. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /** Says what to change, with a status of 400 and more. */
  public BadInputException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
