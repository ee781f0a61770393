package dev.gatewayz.spring.test;

import dev.gatewayz.testkit.MockGateway;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Lets each test begin with a gateway that knows nothing of the one before. */
final class MockGatewayReset extends AbstractTestExecutionListener {

  @Override
  public void beforeTestMethod(TestContext test) {
    if (test.hasApplicationContext()) {
      ApplicationContext context = test.getApplicationContext();
      if (context.containsBean(MockGatewayCustomizer.BEAN)) {
        context.getBean(MockGatewayCustomizer.BEAN, MockGateway.class).reset();
      }
    }
  }
}
