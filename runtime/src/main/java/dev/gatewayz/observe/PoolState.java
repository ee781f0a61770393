package dev.gatewayz.observe;

import java.util.Objects;

/** What a client holds for one gateway at one moment, over all its event loops. Immutable. */
public sealed interface PoolState permits PoolStateValue {

  /** Where the connections go, as in {@code https://api.gatewayz.com}. */
  String origin();

  /** Connections that take calls. */
  int connections();

  /** Connections that are being opened. */
  int opening();

  /** Connections that only finish what they carry. */
  int draining();

  /** Calls under way. */
  int active();

  /** Calls that wait for a connection. */
  int queued();

  /**
   * How many requests the gateway takes at once, as {@link dev.gatewayz.Concurrency} has learned
   * it; the sum where there are several keys or models, 0 for any number.
   */
  int concurrencyLimit();

  /** Calls that wait because of that limit. */
  int waitingForLimit();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .origin(origin())
        .connections(connections())
        .opening(opening())
        .draining(draining())
        .active(active())
        .queued(queued())
        .concurrencyLimit(concurrencyLimit())
        .waitingForLimit(waitingForLimit());
  }

  /** Collects a {@link PoolState}. Each method returns this builder. */
  final class Builder {
    private String origin = "";
    private int connections;
    private int opening;
    private int draining;
    private int active;
    private int queued;
    private int concurrencyLimit;
    private int waitingForLimit;

    private Builder() {}

    /** See {@link PoolState#origin()}. Default: empty. */
    public Builder origin(String origin) {
      this.origin = Objects.requireNonNull(origin, "origin");
      return this;
    }

    /** See {@link PoolState#connections()}. Default: 0. */
    public Builder connections(int connections) {
      this.connections = connections;
      return this;
    }

    /** See {@link PoolState#opening()}. Default: 0. */
    public Builder opening(int opening) {
      this.opening = opening;
      return this;
    }

    /** See {@link PoolState#draining()}. Default: 0. */
    public Builder draining(int draining) {
      this.draining = draining;
      return this;
    }

    /** See {@link PoolState#active()}. Default: 0. */
    public Builder active(int active) {
      this.active = active;
      return this;
    }

    /** See {@link PoolState#queued()}. Default: 0. */
    public Builder queued(int queued) {
      this.queued = queued;
      return this;
    }

    /** See {@link PoolState#concurrencyLimit()}. Default: 0. */
    public Builder concurrencyLimit(int concurrencyLimit) {
      this.concurrencyLimit = concurrencyLimit;
      return this;
    }

    /** See {@link PoolState#waitingForLimit()}. Default: 0. */
    public Builder waitingForLimit(int waitingForLimit) {
      this.waitingForLimit = waitingForLimit;
      return this;
    }

    /** What was collected. */
    public PoolState build() {
      return new PoolStateValue(
          origin,
          connections,
          opening,
          draining,
          active,
          queued,
          concurrencyLimit,
          waitingForLimit);
    }
  }
}
