package dev.gatewayz.telemetry;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

  /** Those of tools that run, by the ids of what the model asked for. */
  private final Map<String, Span> tools = new HashMap<>();

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

  /** A tool runs. */
  synchronized void toolStarted(String id, Span tool) {
    tools.put(id, tool);
  }

  /** The span of a tool that runs, {@code null} if it has none. */
  synchronized @Nullable Span tool(String id) {
    return tools.get(id);
  }

  /** A tool has ended; returns its span, {@code null} if it has none. */
  synchronized @Nullable Span toolFinished(String id) {
    return tools.remove(id);
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
