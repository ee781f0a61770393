package dev.gatewayz.gateway;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much a key may do. Mirrors {@code GET /user/limit}. A figure that the gateway does not say is
 * {@code null}. What is left at the moment, answers say: see {@link dev.gatewayz.RateLimits}.
 * Immutable.
 */
public sealed interface KeyLimits permits KeyLimitsValue {

  /**
   * {@return how many requests are allowed in a minute; {@code null} if the gateway does not say}
   */
  @Nullable Long requestsPerMinute();

  /**
   * {@return how many requests are allowed in an hour; {@code null} if the gateway does not say}
   */
  @Nullable Long requestsPerHour();

  /** {@return how many requests are allowed in a day; {@code null} if the gateway does not say} */
  @Nullable Long requestsPerDay();

  /** {@return how many tokens are allowed in a minute; {@code null} if the gateway does not say} */
  @Nullable Long tokensPerMinute();

  /** {@return how many tokens are allowed in an hour; {@code null} if the gateway does not say} */
  @Nullable Long tokensPerHour();

  /** {@return how many tokens are allowed in a day; {@code null} if the gateway does not say} */
  @Nullable Long tokensPerDay();

  /** {@return whether the next request would be let through} */
  boolean allowed();

  /** {@return why it would not, in the words of the gateway; {@code null} if it does not say} */
  @Nullable String reason();

  /** {@return the members that this library does not know, each value as JSON text} */
  Map<String, String> extra();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder without figures
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .requestsPerMinute(requestsPerMinute())
        .requestsPerHour(requestsPerHour())
        .requestsPerDay(requestsPerDay())
        .tokensPerMinute(tokensPerMinute())
        .tokensPerHour(tokensPerHour())
        .tokensPerDay(tokensPerDay())
        .allowed(allowed())
        .reason(reason())
        .extra(extra());
  }

  /** Collects a {@link KeyLimits}. Each method returns this builder. */
  final class Builder {
    private @Nullable Long requestsPerMinute;
    private @Nullable Long requestsPerHour;
    private @Nullable Long requestsPerDay;
    private @Nullable Long tokensPerMinute;
    private @Nullable Long tokensPerHour;
    private @Nullable Long tokensPerDay;
    private boolean allowed = true;
    private @Nullable String reason;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /**
     * Sets {@link KeyLimits#requestsPerMinute()}. Default: none.
     *
     * @param requestsPerMinute how many requests are allowed in a minute; {@code null} if the
     *     gateway does not say
     * @return this builder
     */
    public Builder requestsPerMinute(@Nullable Long requestsPerMinute) {
      this.requestsPerMinute = requestsPerMinute;
      return this;
    }

    /**
     * Sets {@link KeyLimits#requestsPerHour()}. Default: none.
     *
     * @param requestsPerHour how many requests are allowed in an hour; {@code null} if the gateway
     *     does not say
     * @return this builder
     */
    public Builder requestsPerHour(@Nullable Long requestsPerHour) {
      this.requestsPerHour = requestsPerHour;
      return this;
    }

    /**
     * Sets {@link KeyLimits#requestsPerDay()}. Default: none.
     *
     * @param requestsPerDay how many requests are allowed in a day; {@code null} if the gateway
     *     does not say
     * @return this builder
     */
    public Builder requestsPerDay(@Nullable Long requestsPerDay) {
      this.requestsPerDay = requestsPerDay;
      return this;
    }

    /**
     * Sets {@link KeyLimits#tokensPerMinute()}. Default: none.
     *
     * @param tokensPerMinute how many tokens are allowed in a minute; {@code null} if the gateway
     *     does not say
     * @return this builder
     */
    public Builder tokensPerMinute(@Nullable Long tokensPerMinute) {
      this.tokensPerMinute = tokensPerMinute;
      return this;
    }

    /**
     * Sets {@link KeyLimits#tokensPerHour()}. Default: none.
     *
     * @param tokensPerHour how many tokens are allowed in an hour; {@code null} if the gateway does
     *     not say
     * @return this builder
     */
    public Builder tokensPerHour(@Nullable Long tokensPerHour) {
      this.tokensPerHour = tokensPerHour;
      return this;
    }

    /**
     * Sets {@link KeyLimits#tokensPerDay()}. Default: none.
     *
     * @param tokensPerDay how many tokens are allowed in a day; {@code null} if the gateway does
     *     not say
     * @return this builder
     */
    public Builder tokensPerDay(@Nullable Long tokensPerDay) {
      this.tokensPerDay = tokensPerDay;
      return this;
    }

    /**
     * Sets {@link KeyLimits#allowed()}. Default: true.
     *
     * @param allowed whether the next request would be let through
     * @return this builder
     */
    public Builder allowed(boolean allowed) {
      this.allowed = allowed;
      return this;
    }

    /**
     * Sets {@link KeyLimits#reason()}. Default: none.
     *
     * @param reason why it would not, in the words of the gateway; {@code null} if it does not say
     * @return this builder
     */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /**
     * Sets {@link KeyLimits#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, each value as JSON text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
    public KeyLimits build() {
      return new KeyLimitsValue(
          requestsPerMinute,
          requestsPerHour,
          requestsPerDay,
          tokensPerMinute,
          tokensPerHour,
          tokensPerDay,
          allowed,
          reason,
          extra);
    }
  }
}
