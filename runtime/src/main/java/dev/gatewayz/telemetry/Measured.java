package dev.gatewayz.telemetry;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What the events of a call say in the terms of the conventions. */
final class Measured {
  static final String CANCELLED = "cancelled";

  /** What an interceptor threw. */
  private static final String OTHER = "_OTHER";

  private static final String EMBEDDINGS = "Gatewayz.embeddings";

  private Measured() {}

  /** Whether a model was asked; catalogue, health and balance are no matter of the conventions. */
  static boolean isInference(CallSubject call) {
    return !call.model().isEmpty();
  }

  /** What the model was asked to do. */
  static String operation(CallSubject call) {
    return EMBEDDINGS.equals(call.promptId()) ? Names.EMBEDDINGS : Names.CHAT;
  }

  /** What kind of failure it was, {@code null} if it was none. */
  static @Nullable String errorType(CallEvent.Finished end) {
    GatewayzException failure = end.failure();
    if (failure != null) {
      return errorType(failure);
    }
    return switch (end.outcome()) {
      case SUCCESS -> null;
      case CANCELLED -> CANCELLED;
      case FAILURE -> OTHER;
    };
  }

  /** What kind of failure that is. */
  static String errorType(Throwable failure) {
    if (failure instanceof ApiException api && api.status() > 0) {
      return Integer.toString(api.status());
    }
    return failure instanceof CancellationException
        ? CANCELLED
        : failure.getClass().getSimpleName();
  }

  /** The mean time from one piece of a streamed answer to the next, {@code null} without any. */
  static @Nullable Duration perChunk(CallEvent.Finished end) {
    Duration first = end.toFirstToken();
    return first == null || end.pieces() < 2
        ? null
        : end.duration().minus(first).dividedBy(end.pieces() - 1L);
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
