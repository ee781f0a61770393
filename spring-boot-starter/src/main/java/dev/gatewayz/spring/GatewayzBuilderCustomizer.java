package dev.gatewayz.spring;

import dev.gatewayz.GatewayzBuilder;

/**
 * A bean that has the last word on a client before it is built: what properties cannot say. Several
 * are called in their order.
 */
@FunctionalInterface
public interface GatewayzBuilderCustomizer {

  /**
   * Changes the builder of a client.
   *
   * @param name the name of the client under {@code gatewayz.gateways}, {@code ""} for the one of
   *     {@code gatewayz.*}
   * @param builder with what properties and beans say; not to be built here
   */
  void customize(String name, GatewayzBuilder builder);
}
