package dev.gatewayz.eval;

import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.testkit.CassetteExtension;
import dev.gatewayz.testkit.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Runs methods with {@link PromptEval}: each is one test, whatever the number of its cases. */
public final class PromptEvalExtension
    implements TestTemplateInvocationContextProvider, InvocationInterceptor, ParameterResolver {

  /** For JUnit. */
  public PromptEvalExtension() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return annotation(context).isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(
        new TestTemplateInvocationContext() {
          @Override
          public String getDisplayName(int index) {
            return context.getDisplayName();
          }

          @Override
          public List<Extension> getAdditionalExtensions() {
            return List.of();
          }
        });
  }

  private static Optional<PromptEval> annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), PromptEval.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getDeclaringExecutable() instanceof Method method
        && annotation(context).isPresent()
        && new EvalMethod(method, annotation(context).orElseThrow()).provides(parameter.getIndex());
  }

  /** Parameters of trials are made for each; JUnit calls the method never. */
  @Override
  @SuppressWarnings("NullAway") // JUnit allows null, and has no annotations for it.
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return null;
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    invocation.skip();
    Method method = call.getExecutable();
    EvalMethod evalMethod = new EvalMethod(method, annotation(context).orElseThrow());
    Object test = context.getRequiredTestInstance();
    evalMethod
        .evaluation(
            context.getRequiredTestClass().getName().replace('$', '.') + "." + method.getName(),
            cases(evalMethod.cases(), context.getRequiredTestClass()))
        .client(client(context))
        .run(evalMethod.body(test, call.getArguments()))
        .check();
  }

  /** A resource, else a file. */
  private static EvalMethod.Content cases(String name, Class<?> test) throws IOException {
    for (String resource : List.of(name, "/" + name)) {
      URL url = test.getResource(resource);
      if (url != null) {
        try (InputStream in = url.openStream()) {
          return new EvalMethod.Content(name, in.readAllBytes());
        }
      }
    }
    Path file = Folders.base().resolve(name);
    if (Files.isRegularFile(file)) {
      return new EvalMethod.Content(name, Files.readAllBytes(file));
    }
    throw new ExtensionConfigurationException(
        "There are no cases \""
            + name
            + "\": neither a resource beside "
            + test.getName()
            + ", nor one in the class path, nor the file "
            + file.toAbsolutePath()
            + ".");
  }

  private static Consumer<GatewayzBuilder> client(ExtensionContext context) {
    return builder -> {
      CassetteExtension.gateway(context).ifPresent(gateway -> point(builder, gateway));
      List<Method> methods =
          AnnotationSupport.findAnnotatedMethods(
              context.getRequiredTestClass(), EvalClient.class, HierarchyTraversalMode.TOP_DOWN);
      methods.forEach(method -> change(builder, method, context.getRequiredTestInstance()));
    };
  }

  private static void point(GatewayzBuilder builder, MockGateway gateway) {
    builder.apiBase(gateway.apiBase()).apiKey("test").noProxy();
  }

  private static void change(GatewayzBuilder builder, Method method, Object test) {
    if (method.getParameterCount() != 1 || method.getParameterTypes()[0] != GatewayzBuilder.class) {
      throw new ExtensionConfigurationException(
          "The @EvalClient method " + method + " needs one parameter, a GatewayzBuilder.");
    }
    try {
      method.setAccessible(true);
      method.invoke(test, builder);
    } catch (InvocationTargetException e) {
      throw new ExtensionConfigurationException(
          "The @EvalClient method " + method.getName() + " failed: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new ExtensionConfigurationException("The @EvalClient method cannot be called.", e);
    }
  }
}
