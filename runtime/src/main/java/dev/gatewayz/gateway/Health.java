package dev.gatewayz.gateway;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway says it is. Mirrors {@code GET /health}, which answers with status 200 also when
 * it is not well. Immutable.
 */
public sealed interface Health permits HealthValue {

  /** {@return how it is, as in {@code healthy}} */
  String status();

  /** {@return the gateway's version, {@code null} if it does not say} */
  @Nullable String version();

  /** {@return how it works at present, as in {@code degraded}; {@code null} as a rule} */
  @Nullable String mode();

  /** {@return whether all is well} */
  default boolean isHealthy() {
    return status().equals("healthy") && mode() == null;
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a gateway that does not say how it is
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder().status(status()).version(version()).mode(mode());
  }

  /** Collects a {@link Health}. Each method returns this builder. */
  final class Builder {
    private String status = "";
    private @Nullable String version;
    private @Nullable String mode;

    private Builder() {}

    /**
     * Sets {@link Health#status()}. Default: empty.
     *
     * @param status how it is, as in {@code healthy}
     * @return this builder
     */
    public Builder status(String status) {
      this.status = Objects.requireNonNull(status, "status");
      return this;
    }

    /**
     * Sets {@link Health#version()}. Default: none.
     *
     * @param version the gateway's version, {@code null} if it does not say
     * @return this builder
     */
    public Builder version(@Nullable String version) {
      this.version = version;
      return this;
    }

    /**
     * Sets {@link Health#mode()}. Default: none.
     *
     * @param mode how it works at present, as in {@code degraded}; {@code null} as a rule
     * @return this builder
     */
    public Builder mode(@Nullable String mode) {
      this.mode = mode;
      return this;
    }

    /** {@return what was collected} */
    public Health build() {
      return new HealthValue(status, version, mode);
    }
  }
}
