package dev.gatewayz.testkit;

import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Plays or records the {@link Cassette} of each test. If the class has a {@link
 * MockGatewayExtension}, its gateway answers, from the beginning of the test method on; else one of
 * the test's own, also in {@code @BeforeEach} methods that have it as a parameter.
 */
public final class CassetteExtension
    implements BeforeTestExecutionCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(CassetteExtension.class);

  /** For JUnit. */
  public CassetteExtension() {}

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    tape(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Tape tape = context.getStore(NAMESPACE).remove(Tape.class, Tape.class);
    if (tape != null) {
      tape.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return (parameter.getParameter().getType() == MockGateway.class
            && MockGatewayExtension.of(context).isEmpty()
            && context.getTestMethod().isPresent())
        || parameter.getParameter().getType() == Tape.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Tape tape = tape(context);
    return parameter.getParameter().getType() == Tape.class ? tape : tape.gateway();
  }

  /**
   * {@return the gateway that answers a test, for other extensions: that of its cassette, else of
   * its {@link MockGatewayExtension}, else none}
   *
   * @param context of the test
   */
  public static Optional<MockGateway> gateway(ExtensionContext context) {
    boolean hasCassette =
        context.getTestMethod().flatMap(CassetteExtension::of).isPresent()
            || ofClass(context).isPresent();
    return hasCassette
        ? Optional.of(tape(context).gateway())
        : MockGatewayExtension.of(context).map(MockGatewayExtension::gateway);
  }

  private static Tape tape(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Tape.class, type -> open(context), Tape.class);
  }

  private static Tape open(ExtensionContext context) {
    MockGatewayExtension.checkTemplates();
    Cassette cassette =
        context
            .getTestMethod()
            .flatMap(CassetteExtension::of)
            .or(() -> ofClass(context))
            .orElseThrow(() -> new IllegalStateException("The test has no @Cassette."));
    TapeBuilder tape =
        Tape.builder(folder().resolve(cassette.value() + ".cassette"))
            .test(name(context))
            .redact(cassette.redact())
            .keepHeaders(cassette.keepHeaders())
            .prompts(cassette.prompts())
            .pace(cassette.pace())
            .unused(cassette.unused())
            .stale(cassette.stale());
    MockGatewayExtension.of(context).ifPresent(mock -> tape.gateway(mock.gateway()));
    return tape.open();
  }

  private static Optional<Cassette> of(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Cassette.class));
  }

  /** Of the test's class, or of one around it. */
  private static Optional<Cassette> ofClass(ExtensionContext context) {
    Optional<Class<?>> type = context.getTestClass();
    while (type.isPresent()) {
      Optional<Cassette> found = of(type.get());
      if (found.isPresent()) {
        return found;
      }
      type = type.map(Class::getEnclosingClass);
    }
    return Optional.empty();
  }

  private static Path folder() {
    String folder = System.getProperty("gatewayz.cassettes");
    return folder == null
        ? Path.of(System.getProperty("basedir", "")).resolve("src/test/cassettes")
        : Path.of(folder);
  }

  /** The test's name, with the number of the repetition if there are several. */
  private static String name(ExtensionContext context) {
    String name =
        context.getRequiredTestClass().getName().replaceFirst(".*\\.", "")
            + "."
            + context.getRequiredTestMethod().getName();
    String id = context.getUniqueId();
    String last = id.substring(id.lastIndexOf('[') + 1);
    int number = last.indexOf(":#");
    return number < 0 ? name : name + "[" + last.substring(number + 2, last.length() - 1) + "]";
  }
}
