package dev.gatewayz.observe;

import java.util.Objects;

/** What a client holds for one gateway at one moment, over all its event loops. Immutable. */
public sealed interface PoolState permits PoolStateValue {

  /** {@return where the connections go, as in {@code https://api.gatewayz.com}} */
  String origin();

  /** {@return connections that take calls} */
  int connections();

  /** {@return connections that are being opened} */
  int opening();

  /** {@return connections that only finish what they carry} */
  int draining();

  /** {@return calls under way} */
  int active();

  /** {@return calls that wait for a connection} */
  int queued();

  /**
   * {@return how many requests the gateway takes at once, as {@link dev.gatewayz.Concurrency} has
   * learned it; the sum where there are several keys or models, 0 for any number}
   */
  int concurrencyLimit();

  /** {@return calls that wait because of that limit} */
  int waitingForLimit();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of an empty pool
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link PoolState#origin()}. Default: empty.
     *
     * @param origin where the connections go, as in {@code https://api.gatewayz.com}
     * @return this builder
     */
    public Builder origin(String origin) {
      this.origin = Objects.requireNonNull(origin, "origin");
      return this;
    }

    /**
     * Sets {@link PoolState#connections()}. Default: 0.
     *
     * @param connections connections that take calls
     * @return this builder
     */
    public Builder connections(int connections) {
      this.connections = connections;
      return this;
    }

    /**
     * Sets {@link PoolState#opening()}. Default: 0.
     *
     * @param opening connections that are being opened
     * @return this builder
     */
    public Builder opening(int opening) {
      this.opening = opening;
      return this;
    }

    /**
     * Sets {@link PoolState#draining()}. Default: 0.
     *
     * @param draining connections that only finish what they carry
     * @return this builder
     */
    public Builder draining(int draining) {
      this.draining = draining;
      return this;
    }

    /**
     * Sets {@link PoolState#active()}. Default: 0.
     *
     * @param active calls under way
     * @return this builder
     */
    public Builder active(int active) {
      this.active = active;
      return this;
    }

    /**
     * Sets {@link PoolState#queued()}. Default: 0.
     *
     * @param queued calls that wait for a connection
     * @return this builder
     */
    public Builder queued(int queued) {
      this.queued = queued;
      return this;
    }

    /**
     * Sets {@link PoolState#concurrencyLimit()}. Default: 0.
     *
     * @param concurrencyLimit how many requests the gateway takes at once, as {@link
     *     dev.gatewayz.Concurrency} has learned it
     * @return this builder
     */
    public Builder concurrencyLimit(int concurrencyLimit) {
      this.concurrencyLimit = concurrencyLimit;
      return this;
    }

    /**
     * Sets {@link PoolState#waitingForLimit()}. Default: 0.
     *
     * @param waitingForLimit calls that wait because of that limit
     * @return this builder
     */
    public Builder waitingForLimit(int waitingForLimit) {
      this.waitingForLimit = waitingForLimit;
      return this;
    }

    /** {@return what was collected} */
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
