package dev.gatewayz.spring.test;

import dev.gatewayz.testkit.MockGateway;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Puts a gateway beside an application, and its address into the properties. */
record MockGatewayCustomizer() implements ContextCustomizer {
  static final String BEAN = "mockGateway";
  private static final String KEY = "sk-test-0123456789";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    MockGateway gateway = MockGateway.start();
    RootBeanDefinition definition = new RootBeanDefinition(MockGateway.class, () -> gateway);
    definition.setDestroyMethodName("close");
    ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition(BEAN, definition);
    // Before all others, so that no test speaks to a real gateway.
    ConfigurableEnvironment environment = context.getEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource(BEAN, properties(environment, gateway.apiBase())));
  }

  private static Map<String, Object> properties(ConfigurableEnvironment environment, String base) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("gatewayz.api-base", base);
    properties.put("gatewayz.api-key", KEY);
    Binder.get(environment)
        .bind("gatewayz.gateways", Bindable.mapOf(String.class, Object.class))
        .orElse(Map.of())
        .keySet()
        .forEach(
            name -> {
              properties.put("gatewayz.gateways." + name + ".api-base", base);
              properties.put("gatewayz.gateways." + name + ".api-key", KEY);
            });
    return properties;
  }
}
