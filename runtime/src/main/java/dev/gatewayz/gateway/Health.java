package dev.gatewayz.gateway;

import org.jspecify.annotations.Nullable;

/**
 * How the gateway says it is. Mirrors {@code GET /health}, which answers with status 200 also when
 * it is not well.
 *
 * @param status as in {@code healthy}
 * @param version the gateway's version, {@code null} if it does not say
 * @param mode as in {@code degraded}, {@code null} as a rule
 */
public record Health(String status, @Nullable String version, @Nullable String mode) {

  /** Whether all is well. */
  public boolean isHealthy() {
    return status.equals("healthy") && mode == null;
  }
}
