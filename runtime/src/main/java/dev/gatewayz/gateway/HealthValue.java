package dev.gatewayz.gateway;

import org.jspecify.annotations.Nullable;

/** A {@link Health} as it was read. */
record HealthValue(String status, @Nullable String version, @Nullable String mode)
    implements Health {

  @Override
  public String toString() {
    return "Health[" + "status=" + status + ", version=" + version + ", mode=" + mode + "]";
  }
}
