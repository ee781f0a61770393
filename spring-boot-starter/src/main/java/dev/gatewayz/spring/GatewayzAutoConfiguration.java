package dev.gatewayz.spring;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.telemetry.MicrometerMetrics;
import dev.gatewayz.usage.TokenEstimator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * The client of {@code gatewayz.*}, the clients of {@code gatewayz.gateways}, and the prompt
 * interfaces of the application as beans. A {@link Gatewayz} bean of the application takes the
 * place of the first.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration"
    })
@ConditionalOnProperty(name = "gatewayz.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GatewayzProperties.class)
public class GatewayzAutoConfiguration {
  static final String CLIENTS = "gatewayzClients";

  /** For Spring. */
  public GatewayzAutoConfiguration() {}

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static PromptBeans gatewayzPrompts(Environment environment) {
    return new PromptBeans(environment);
  }

  @Bean(CLIENTS)
  GatewayzClients gatewayzClients(
      GatewayzProperties properties,
      PromptNames prompts,
      ObjectProvider<GatewayzBuilderCustomizer> customizers,
      ObjectProvider<Interceptor> interceptors,
      ObjectProvider<GatewayzListener> listeners,
      ObjectProvider<TokenEstimator> estimators) {
    return new GatewayzClients(
        properties,
        prompts,
        new GatewayzClients.Parts(customizers, interceptors, listeners, estimators));
  }

  @Bean(destroyMethod = "")
  @Primary
  @ConditionalOnMissingBean
  Gatewayz gatewayz(GatewayzClients clients) {
    return clients.client();
  }

  /** Observations, where there is a registry. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  @ConditionalOnBean(ObservationRegistry.class)
  static class Observations {

    @Bean
    CallObservations gatewayzObservations(ObservationRegistry registry) {
      return new CallObservations(registry);
    }
  }

  /** Meters, where there is a registry. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static class Meters {

    @Bean
    @ConditionalOnMissingBean
    MicrometerMetrics gatewayzMeters(MeterRegistry registry) {
      return new MicrometerMetrics(registry);
    }
  }
}
