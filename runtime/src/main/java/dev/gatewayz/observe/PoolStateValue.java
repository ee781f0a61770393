package dev.gatewayz.observe;

/** A {@link PoolState} as it was read. */
record PoolStateValue(
    String origin,
    int connections,
    int opening,
    int draining,
    int active,
    int queued,
    int concurrencyLimit,
    int waitingForLimit)
    implements PoolState {

  @Override
  public String toString() {
    return "PoolState["
        + "origin="
        + origin
        + ", connections="
        + connections
        + ", opening="
        + opening
        + ", draining="
        + draining
        + ", active="
        + active
        + ", queued="
        + queued
        + ", concurrencyLimit="
        + concurrencyLimit
        + ", waitingForLimit="
        + waitingForLimit
        + "]";
  }
}
