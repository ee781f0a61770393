package dev.gatewayz.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that brought no answer. The message says what happened, to which prompt, and what to do;
 * it never contains the API key.
 */
public abstract class GatewayzException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final CallInfo call;
  private final Partial partial;

  GatewayzException(
      CallInfo call, String what, String advice, Partial partial, @Nullable Throwable cause) {
    super(message(call, what, advice), cause);
    this.call = call;
    this.partial = partial;
  }

  /** {@return which call failed} */
  public final CallInfo call() {
    return call;
  }

  /**
   * {@return the prompt, as in {@code EarningsAnalyst.summarise}; {@code null} for a request put
   * together at run time}
   */
  public final @Nullable String promptId() {
    return call.promptId();
  }

  /** {@return the model asked, with its {@code gatewayz/} prefix; empty if none was} */
  public final String model() {
    return call.model();
  }

  /** {@return how many requests were sent, 0 if none} */
  public final int attempts() {
    return call.attempts();
  }

  /** {@return the requests that failed before the last one, with the waits between them} */
  public final List<FailedAttempt> earlierAttempts() {
    return call.earlier();
  }

  /** {@return the id under which the gateway knows the call; give it to support} */
  public final String requestId() {
    return call.requestId();
  }

  /** {@return what had arrived before the call failed; {@link Partial#NONE} as a rule} */
  public final Partial partial() {
    return partial;
  }

  /**
   * {@return whether the same call may succeed later, without a change to the request or to the
   * account: overload, rate limits, lost connections, deadlines, answers that broke off} {@code
   * false} by default.
   */
  public boolean isTransient() {
    return false;
  }

  /**
   * {@return whose fault it is, and so what is to be done with the call: set aside, tried another
   * time, or stopped with all others} What {@link #isTransient()} is also {@link Fault#TRANSIENT}.
   */
  public abstract Fault fault();

  private static String message(CallInfo call, String what, String advice) {
    StringBuilder message = new StringBuilder();
    message.append(call.promptId() == null ? "Chat completion" : call.promptId()).append(": ");
    message.append(what);
    if (!advice.isEmpty()) {
      message.append(' ').append(advice);
    }
    message.append(" [");
    if (!call.model().isEmpty()) {
      message.append("model ").append(call.model()).append(", ");
    }
    message.append("attempt ").append(call.attempts());
    message.append(", request ").append(call.requestId()).append(']');
    return message.toString();
  }
}
