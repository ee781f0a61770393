package dev.gatewayz.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The gateway answered with an error. Each status that calls for its own reaction has its own
 * class; this one itself stands for all others.
 */
public class ApiException extends GatewayzException {
  private static final long serialVersionUID = 1;

  private final ApiError error;

  /**
   * An error with a status that has no class of its own.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public ApiException(CallInfo call, ApiError error, String advice) {
    super(call, what(error), advice, Partial.NONE, null);
    this.error = error;
  }

  /** {@return everything the gateway said} */
  public final ApiError error() {
    return error;
  }

  /** {@return the HTTP status; 0 for an error found before anything was sent} */
  public final int status() {
    return error.status();
  }

  /** {@return the error's code, as in {@code INSUFFICIENT_CREDITS}; {@code null} if it has none} */
  public final @Nullable String code() {
    return error.code();
  }

  /** {@return the error's type, as in {@code rate_limit_exceeded}; {@code null} if it has none} */
  public final @Nullable String type() {
    return error.type();
  }

  /** {@return how long the server wants to be left alone, {@code null} if it does not say} */
  public final @Nullable Duration retryAfter() {
    return error.retryAfter();
  }

  @Override
  public boolean isTransient() {
    return switch (status()) {
      case 408, 425, 429 -> true;
      default -> status() >= 500;
    };
  }

  @Override
  public Fault fault() {
    if (isTransient() || status() >= 500) {
      return Fault.TRANSIENT;
    }
    return switch (status()) {
      case 301, 302, 303, 307, 308, 401, 402, 403, 407 -> Fault.ACCOUNT;
      default -> Fault.REQUEST;
    };
  }

  private static String what(ApiError error) {
    StringBuilder what = new StringBuilder();
    if (error.status() > 0) {
      what.append("HTTP ").append(error.status());
      if (error.code() != null && !error.code().equals(String.valueOf(error.status()))) {
        what.append(' ').append(error.code());
      }
      what.append(": ");
    }
    what.append(error.message());
    char last = what.charAt(what.length() - 1);
    if (last != '.' && last != '!' && last != '?') {
      what.append('.');
    }
    return what.toString();
  }
}
