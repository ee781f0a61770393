package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Origin;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The permits of each origin that the loops of a client know: they share them, and the last loop
 * that forgets an origin takes its permits with it. Thread-safe.
 */
final class OriginPermits {
  private final Map<Origin, ConnectionPermits> permits = new ConcurrentHashMap<>();
  private final int loops;
  private final ConnectionLimits limits;

  /** Permits that so many loops share, as many for each origin as the limits say. */
  OriginPermits(int loops, ConnectionLimits limits) {
    this.loops = loops;
    this.limits = limits;
  }

  /** How many loops share them. */
  int loops() {
    return loops;
  }

  /** The permits of an origin, for a loop that did not know it. */
  ConnectionPermits join(Origin origin) {
    return permits.compute(
        origin,
        (key, known) -> {
          ConnectionPermits shared =
              known == null ? new ConnectionPermits(loops, limits.http1(), limits.http2()) : known;
          shared.joined();
          return shared;
        });
  }

  /** A loop forgets an origin. */
  void leave(Origin origin) {
    permits.computeIfPresent(origin, (key, shared) -> shared.left() ? null : shared);
  }

  /** Those of an origin, {@code null} if no loop knows it. */
  @Nullable ConnectionPermits of(Origin origin) {
    return permits.get(origin);
  }

  /** How many origins are known. */
  int origins() {
    return permits.size();
  }
}
