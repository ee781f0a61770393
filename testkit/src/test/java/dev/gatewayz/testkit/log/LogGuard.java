package dev.gatewayz.testkit.log;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Fails tests that leave a warning of ours, of Netty's or of ArchUnit's, and gives a test that
 * provokes one the {@link Logs} to take it from. What a test that fails has logged is printed.
 *
 * <p>To be registered by {@code META-INF/services}, so that no test is without it.
 */
public final class LogGuard
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final Logs LOGS = new Logs();

  /** Kept, for the JVM forgets loggers that nobody holds, and their handlers with them. */
  private static final List<Logger> LOGGERS =
      Stream.of("dev.gatewayz", "io.netty", "com.tngtech.archunit").map(Logger::getLogger).toList();

  static {
    Handler handler = LOGS.handler();
    for (Logger logger : LOGGERS) {
      logger.addHandler(handler);
      logger.setUseParentHandlers(false);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    LOGS.begin(context.getUniqueId());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    LOGS.begin(context.getUniqueId());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      LOGS.untaken().forEach(System.err::print);
    }
    judge(LOGS.endTest());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    judge(LOGS.endClass());
  }

  private static void judge(List<Logged> all) {
    List<Logged> warnings = all.stream().filter(logged -> !tellsOfTheMachine(logged)).toList();
    if (!warnings.isEmpty()) {
      throw new AssertionError("Warnings that no test has taken:\n" + warnings);
    }
  }

  /** A busy machine can stop any callback for long; nobody provokes that. */
  private static boolean tellsOfTheMachine(Logged logged) {
    return logged.toString().contains("held an event loop for");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Logs.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return LOGS;
  }
}
