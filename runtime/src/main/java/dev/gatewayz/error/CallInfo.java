package dev.gatewayz.error;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which call an error belongs to.
 *
 * @param promptId interface and method, as in {@code EarningsAnalyst.summarise}; {@code null} for a
 *     request put together at run time
 * @param model the model asked, with its {@code gatewayz/} prefix; empty if none was
 * @param attempts how many requests were sent, 0 if none
 * @param requestId the id under which the gateway knows the call: the server's where it answered,
 *     else the one that was sent
 * @param earlier the requests that failed before the last one, in their order
 */
public record CallInfo(
    @Nullable String promptId,
    String model,
    int attempts,
    String requestId,
    List<FailedAttempt> earlier)
    implements Serializable {

  /** Copies the list. */
  public CallInfo {
    earlier = List.copyOf(earlier);
  }
}
