package dev.gatewayz.spring;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.gateway.Health;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the gateway says of itself, as details of a health endpoint.
 *
 * @param isUp whether all is well
 * @param details status, and version and mode where it says them
 */
record GatewayzHealth(boolean isUp, Map<String, Object> details) {

  /** Asks the gateway, and blocks. */
  static GatewayzHealth of(Gatewayz gatewayz) {
    Health health = gatewayz.health();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("status", health.status());
    if (health.version() != null) {
      details.put("version", health.version());
    }
    if (health.mode() != null) {
      details.put("mode", health.mode());
    }
    return new GatewayzHealth(health.isHealthy(), details);
  }
}
