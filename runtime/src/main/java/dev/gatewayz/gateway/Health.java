package dev.gatewayz.gateway;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway says it is. Mirrors {@code GET /health}, which answers with status 200 also when
 * it is not well. Immutable.
 */
public sealed interface Health permits HealthValue {

  /** As in {@code healthy}. */
  String status();

  /** The gateway's version, {@code null} if it does not say. */
  @Nullable String version();

  /** As in {@code degraded}, {@code null} as a rule. */
  @Nullable String mode();

  /** Whether all is well. */
  default boolean isHealthy() {
    return status().equals("healthy") && mode() == null;
  }

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder().status(status()).version(version()).mode(mode());
  }

  /** Collects a {@link Health}. Each method returns this builder. */
  final class Builder {
    private String status = "";
    private @Nullable String version;
    private @Nullable String mode;

    private Builder() {}

    /** See {@link Health#status()}. Default: empty. */
    public Builder status(String status) {
      this.status = Objects.requireNonNull(status, "status");
      return this;
    }

    /** See {@link Health#version()}. Default: none. */
    public Builder version(@Nullable String version) {
      this.version = version;
      return this;
    }

    /** See {@link Health#mode()}. Default: none. */
    public Builder mode(@Nullable String mode) {
      this.mode = mode;
      return this;
    }

    /** What was collected. */
    public Health build() {
      return new HealthValue(status, version, mode);
    }
  }
}
