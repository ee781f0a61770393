package dev.gatewayz.observe;

/**
 * What a client holds for one gateway at one moment, over all its event loops.
 *
 * @param origin where the connections go, as in {@code https://api.gatewayz.com}
 * @param connections connections that take calls
 * @param opening connections that are being opened
 * @param draining connections that only finish what they carry
 * @param active calls under way
 * @param queued calls that wait for a connection
 */
public record PoolState(
    String origin, int connections, int opening, int draining, int active, int queued) {

  /** Both together. */
  public PoolState plus(PoolState other) {
    return new PoolState(
        origin,
        connections + other.connections,
        opening + other.opening,
        draining + other.draining,
        active + other.active,
        queued + other.queued);
  }
}
