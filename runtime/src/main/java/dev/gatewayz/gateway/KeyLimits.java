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

  /** How many requests are allowed in a minute. */
  @Nullable Long requestsPerMinute();

  /** How many requests are allowed in an hour. */
  @Nullable Long requestsPerHour();

  /** How many requests are allowed in a day. */
  @Nullable Long requestsPerDay();

  /** How many tokens are allowed in a minute. */
  @Nullable Long tokensPerMinute();

  /** How many tokens are allowed in an hour. */
  @Nullable Long tokensPerHour();

  /** How many tokens are allowed in a day. */
  @Nullable Long tokensPerDay();

  /** Whether the next request would be let through. */
  boolean allowed();

  /** Why it would not, in the words of the gateway; {@code null} if it does not say. */
  @Nullable String reason();

  /** The members that this library does not know, each value as JSON text. */
  Map<String, String> extra();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link KeyLimits#requestsPerMinute()}. Default: none. */
    public Builder requestsPerMinute(@Nullable Long requestsPerMinute) {
      this.requestsPerMinute = requestsPerMinute;
      return this;
    }

    /** See {@link KeyLimits#requestsPerHour()}. Default: none. */
    public Builder requestsPerHour(@Nullable Long requestsPerHour) {
      this.requestsPerHour = requestsPerHour;
      return this;
    }

    /** See {@link KeyLimits#requestsPerDay()}. Default: none. */
    public Builder requestsPerDay(@Nullable Long requestsPerDay) {
      this.requestsPerDay = requestsPerDay;
      return this;
    }

    /** See {@link KeyLimits#tokensPerMinute()}. Default: none. */
    public Builder tokensPerMinute(@Nullable Long tokensPerMinute) {
      this.tokensPerMinute = tokensPerMinute;
      return this;
    }

    /** See {@link KeyLimits#tokensPerHour()}. Default: none. */
    public Builder tokensPerHour(@Nullable Long tokensPerHour) {
      this.tokensPerHour = tokensPerHour;
      return this;
    }

    /** See {@link KeyLimits#tokensPerDay()}. Default: none. */
    public Builder tokensPerDay(@Nullable Long tokensPerDay) {
      this.tokensPerDay = tokensPerDay;
      return this;
    }

    /** See {@link KeyLimits#allowed()}. Default: true. */
    public Builder allowed(boolean allowed) {
      this.allowed = allowed;
      return this;
    }

    /** See {@link KeyLimits#reason()}. Default: none. */
    public Builder reason(@Nullable String reason) {
      this.reason = reason;
      return this;
    }

    /** See {@link KeyLimits#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
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
