package dev.gatewayz.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link MockGateway} for the tests of a class: started before the first, reset before each,
 * closed after the last.
 *
 * <pre>{@code
 * @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();
 *
 * @Test
 * void greets(MockGateway gateway) {          // or mock.gateway()
 *   gateway.reply(Reply.text("Hello"));
 *   …
 * }
 * }</pre>
 *
 * <p>Registered on an instance field, each test has a gateway of its own; {@code @ExtendWith} works
 * too. A test fails if a function or a step it gave to the gateway threw. Not for tests of one
 * class that run at the same time.
 */
public final class MockGatewayExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final String CHECK_TEMPLATES = "dev.gatewayz.checkTemplates";
  private static final Namespace NAMESPACE = Namespace.create(MockGatewayExtension.class);

  private final MockGatewayBuilder options;
  private @Nullable MockGateway gateway;
  private int classes;

  /** For a gateway as it is by default. */
  public MockGatewayExtension() {
    this(MockGateway.builder());
  }

  /**
   * Makes one for a gateway with options.
   *
   * @param options each test starts a gateway of them
   */
  public MockGatewayExtension(MockGatewayBuilder options) {
    this.options = options;
  }

  /** The extension that a test has, if any. */
  static Optional<MockGatewayExtension> of(ExtensionContext context) {
    return Optional.ofNullable(
        context.getStore(NAMESPACE).get(MockGatewayExtension.class, MockGatewayExtension.class));
  }

  private void register(@Nullable ExtensionContext context) {
    if (context != null) {
      context.getStore(NAMESPACE).put(MockGatewayExtension.class, this);
    }
  }

  /** {@return the gateway of the test that runs} */
  public MockGateway gateway() {
    if (gateway == null) {
      throw new IllegalStateException("No test is running: the gateway starts with the first.");
    }
    return gateway;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    checkTemplates();
    register(context);
    if (classes++ == 0) {
      gateway = options.start();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    checkTemplates();
    register(context);
    if (gateway == null) {
      gateway = options.start();
    } else {
      gateway.reset();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    MockGateway used = gateway();
    if (classes == 0) {
      close();
    }
    if (!used.failures().isEmpty()) {
      AssertionError failure = new AssertionError("The test's functions or steps failed.");
      used.failures().forEach(failure::addSuppressed);
      throw failure;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (--classes == 0) {
      close();
    }
  }

  /** Clients of prompts tell whether they were compiled from the templates of today. */
  static void checkTemplates() {
    if (System.getProperty(CHECK_TEMPLATES) == null) {
      System.setProperty(CHECK_TEMPLATES, "true");
    }
  }

  private void close() {
    if (gateway != null) {
      gateway.close();
      gateway = null;
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MockGateway.class;
  }

  @Override
  public MockGateway resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return gateway();
  }
}
