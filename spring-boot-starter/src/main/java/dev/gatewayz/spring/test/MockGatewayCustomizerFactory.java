package dev.gatewayz.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Sees which tests want a gateway. */
final class MockGatewayCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> test, List<ContextConfigurationAttributes> configuration) {
    return TestContextAnnotationUtils.hasAnnotation(test, AutoConfigureMockGateway.class)
        ? new MockGatewayCustomizer()
        : null;
  }
}
