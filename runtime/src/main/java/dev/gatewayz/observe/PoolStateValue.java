package dev.gatewayz.observe;

/** A {@link PoolState} as it was read. */
record PoolStateValue(
    String origin, int connections, int opening, int draining, int active, int queued)
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
        + "]";
  }
}
