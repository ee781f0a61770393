package dev.gatewayz.telemetry;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The span of one call as its caller sees it. Interceptors may make several calls to the gateway
 * for it, or none; it ends when the caller has the answer and none of them is under way.
 * Thread-safe.
 */
final class CallSpan {
  private final Span span;
  private int underWay;
  private boolean answered;
  private long sentAt;
  private @Nullable Duration toFirstChunk;

  /**
   * A span that has begun.
   *
   * @param answered whether nobody says when the caller has the answer, but the calls themselves
   */
  CallSpan(Span span, boolean answered) {
    this.span = span;
    this.answered = answered;
  }

  Span span() {
    return span;
  }

  synchronized void begun() {
    underWay++;
  }

  synchronized void sent(long now) {
    sentAt = now;
  }

  /** The first chunk has come; returns how long after it was asked for. */
  synchronized Duration firstChunk(long now) {
    Duration wait = Duration.ofNanos(now - sentAt);
    toFirstChunk = wait;
    return wait;
  }

  /** From sending the request to the first chunk, {@code null} if there was none. */
  synchronized @Nullable Duration toFirstChunk() {
    return toFirstChunk;
  }

  void finished() {
    if (end(true)) {
      span.end();
    }
  }

  void answered() {
    if (end(false)) {
      span.end();
    }
  }

  private synchronized boolean end(boolean ofCall) {
    if (ofCall) {
      underWay--;
    } else {
      answered = true;
    }
    return answered && underWay <= 0;
  }
}
