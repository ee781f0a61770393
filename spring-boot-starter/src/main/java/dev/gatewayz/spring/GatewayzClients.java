package dev.gatewayz.spring;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.usage.TokenEstimator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Builds the clients of the application from its properties and beans, and closes them with it:
 * after the web server has ended its requests, and after every bean that uses a client.
 */
final class GatewayzClients implements SmartInitializingSingleton, AutoCloseable {

  /** The name of the client of {@code gatewayz.*} in its customizers. */
  private static final String DEFAULT = "";

  private final GatewayzProperties properties;
  private final PromptNames prompts;
  private final Parts parts;
  private final Map<String, Gatewayz> built = new LinkedHashMap<>();

  GatewayzClients(GatewayzProperties properties, PromptNames prompts, Parts parts) {
    this.properties = properties;
    this.prompts = prompts;
    this.parts = parts;
  }

  /**
   * What beans of the application add to each client.
   *
   * @param customizers the last word
   * @param interceptors in their order, outermost first
   * @param listeners told of all calls
   * @param estimators at most one
   */
  record Parts(
      ObjectProvider<GatewayzBuilderCustomizer> customizers,
      ObjectProvider<Interceptor> interceptors,
      ObjectProvider<GatewayzListener> listeners,
      ObjectProvider<TokenEstimator> estimators) {

    void addTo(String name, GatewayzBuilder builder) {
      interceptors.orderedStream().forEach(builder::interceptor);
      listeners.orderedStream().forEach(builder::listener);
      estimators.ifUnique(builder::estimateUsage);
      customizers.orderedStream().forEach(customizer -> customizer.customize(name, builder));
    }
  }

  /** The client of {@code gatewayz.*}. */
  Gatewayz client() {
    return client(DEFAULT, "gatewayz", properties.gateway());
  }

  /** The client of {@code gatewayz.gateways.<name>}. */
  Gatewayz client(String name) {
    GatewayProperties gateway = properties.gateways().get(name);
    if (gateway == null) {
      throw new IllegalArgumentException("There is no gatewayz.gateways." + name + ".");
    }
    return client(name, "gatewayz.gateways." + name, gateway);
  }

  private synchronized Gatewayz client(String name, String prefix, GatewayProperties gateway) {
    try {
      GatewayzBuilder builder = new ClientSettings(gateway).applyTo(Gatewayz.builder());
      options(gateway).forEach(builder::options);
      parts.addTo(name, builder);
      Gatewayz client = builder.build();
      built.put(prefix, client);
      CallOptions common = Property.below("options", gateway.options()::toOptions);
      return client.with(common);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidGatewayException(prefix, e);
    }
  }

  private Map<String, CallOptions> options(GatewayProperties gateway) {
    Map<String, CallOptions> options = new LinkedHashMap<>();
    gateway
        .prompts()
        .forEach(
            (name, asked) -> {
              String resolved = prompts.resolve(name);
              CallOptions made = Property.below("prompts." + name, asked::toOptions);
              if (options.put(resolved, made) != null) {
                throw new IllegalArgumentException(
                    "prompts." + name + " is one of two that mean " + resolved + ".");
              }
            });
    return options;
  }

  /** When all prompts have been made, an override that none has taken is for none. */
  @Override
  public synchronized void afterSingletonsInstantiated() {
    built.forEach(
        (prefix, client) -> {
          if (!client.unclaimedOverrides().isEmpty()) {
            throw new InvalidGatewayException(
                prefix,
                new IllegalArgumentException(
                    "prompt-overrides has templates for "
                        + String.join(", ", client.unclaimedOverrides())
                        + ", and no interface that is called through this gateway has such a"
                        + " prompt. There are: "
                        + prompts.listed()
                        + "."));
          }
        });
  }

  @Override
  public synchronized void close() {
    built.values().forEach(Gatewayz::closeAsync);
    built.values().forEach(Gatewayz::close);
  }
}
