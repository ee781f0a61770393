package dev.gatewayz.spring;

import dev.gatewayz.Gatewayz;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway in {@code /actuator/health}, of Spring Boot 4 and of 3.5. Off with {@code
 * management.health.gatewayz.enabled=false}.
 */
@AutoConfiguration(after = GatewayzAutoConfiguration.class)
@ConditionalOnBean(Gatewayz.class)
@ConditionalOnProperty(name = "management.health.gatewayz.enabled", matchIfMissing = true)
public class GatewayzHealthAutoConfiguration {

  /** For Spring. */
  public GatewayzHealthAutoConfiguration() {}

  /** Of Spring Boot 4. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
  static class Boot4 {

    @Bean
    @ConditionalOnMissingBean(name = "gatewayzHealthIndicator")
    org.springframework.boot.health.contributor.HealthIndicator gatewayzHealthIndicator(
        Gatewayz gatewayz) {
      return new Boot4Indicator(gatewayz);
    }

    private static final class Boot4Indicator
        extends org.springframework.boot.health.contributor.AbstractHealthIndicator {
      private final Gatewayz gatewayz;

      Boot4Indicator(Gatewayz gatewayz) {
        super("The gateway does not answer.");
        this.gatewayz = gatewayz;
      }

      @Override
      protected void doHealthCheck(
          org.springframework.boot.health.contributor.Health.Builder builder) {
        GatewayzHealth health = GatewayzHealth.of(gatewayz);
        (health.isUp() ? builder.up() : builder.down()).withDetails(health.details());
      }
    }
  }

  /** Of Spring Boot 3. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
  static class Boot3 {

    @Bean
    @ConditionalOnMissingBean(name = "gatewayzHealthIndicator")
    org.springframework.boot.actuate.health.HealthIndicator gatewayzHealthIndicator(
        Gatewayz gatewayz) {
      return new Boot3Indicator(gatewayz);
    }

    private static final class Boot3Indicator
        extends org.springframework.boot.actuate.health.AbstractHealthIndicator {
      private final Gatewayz gatewayz;

      Boot3Indicator(Gatewayz gatewayz) {
        super("The gateway does not answer.");
        this.gatewayz = gatewayz;
      }

      @Override
      protected void doHealthCheck(org.springframework.boot.actuate.health.Health.Builder builder) {
        GatewayzHealth health = GatewayzHealth.of(gatewayz);
        (health.isUp() ? builder.up() : builder.down()).withDetails(health.details());
      }
    }
  }
}
