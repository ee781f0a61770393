package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import io.micronaut.annotation.processing.AggregatingTypeElementVisitorProcessor;
import io.micronaut.annotation.processing.BeanDefinitionInjectProcessor;
import io.micronaut.annotation.processing.TypeElementVisitorProcessor;
import io.micronaut.context.ApplicationContext;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients are beans that are injected, called and wrapped, as docs/frameworks.md shows it. */
class FrameworksTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL);
  private static final String HAIKUS =
      """
      @GatewayzClient(model = "gatewayz/a/b")
      %s
      interface Haikus {
        @GatewayzPrompt("About {{topic}}.") String write(String topic);
      }
      """;

  /** A bean of the application that has the client from its container. */
  private static final String POET =
      """
      @Singleton
      class Poet {
        @Inject Haikus haikus;
        public String write() { return haikus.write("frogs"); }
      }
      """;

  /** They tell of their start; held, for a level goes with its logger. */
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("org.jboss.weld"), Logger.getLogger("io.micronaut"));

  private final ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
  private MockGateway gateway;

  @BeforeEach
  void start() {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    gateway = MockGateway.start();
    gateway.reply(Reply.text(" old pond "));
  }

  @AfterEach
  void stop() {
    Thread.currentThread().setContextClassLoader(loaderBefore);
    TALKATIVE.forEach(logger -> logger.setLevel(null));
    gateway.close();
  }

  @Test
  void micronautInjectsAndAdvises(@TempDir Path folder) throws IOException {
    String imports =
        """
        import dev.gatewayz.Gatewayz;
        import dev.gatewayz.annotation.*;
        import io.micronaut.aop.*;
        import io.micronaut.context.annotation.*;
        import jakarta.inject.*;
        import java.lang.annotation.*;
        import java.util.concurrent.atomic.LongAdder;
        """;
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-Xlint:none", "-Agatewayz.component=micronaut")
            .processors(
                new GatewayzProcessor(),
                new TypeElementVisitorProcessor(),
                new AggregatingTypeElementVisitorProcessor(),
                new BeanDefinitionInjectProcessor())
            .compile(sources("## Micronaut", imports, HAIKUS.formatted("@Counted"), POET));
    assertThat(compilation.success()).as(compilation.log()).isTrue();
    compilation.writeTo(folder);

    try (URLClassLoader classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        ApplicationContext context =
            ApplicationContext.builder()
                .classLoader(classes)
                .properties(
                    Map.of("gatewayz.api-key", "test", "gatewayz.api-base", gateway.apiBase()))
                .start()) {
      assertThat(call(context.getBean(type(classes, "Poet")), "write")).isEqualTo(" old pond ");
      assertThat(call(context.getBean(type(classes, "Counter")), "calls")).isEqualTo(1L);
    }
    assertAsked();
  }

  @Test
  @SuppressWarnings("unchecked") // An array of extensions.
  void cdiInjectsDecoratesAndIntercepts() throws ReflectiveOperationException, IOException {
    String imports =
        """
        import dev.gatewayz.Gatewayz;
        import dev.gatewayz.annotation.*;
        import jakarta.annotation.Priority;
        import jakarta.decorator.*;
        import jakarta.enterprise.context.*;
        import jakarta.enterprise.inject.*;
        import jakarta.enterprise.inject.build.compatible.spi.*;
        import jakarta.inject.*;
        import jakarta.interceptor.*;
        import java.lang.annotation.*;
        import java.util.concurrent.atomic.LongAdder;
        """;
    String counted =
        "@InterceptorBinding @Retention(RetentionPolicy.RUNTIME) public @interface Counted {}";
    String counter =
        """
        @Counted @Interceptor @Priority(Interceptor.Priority.APPLICATION)
        class Counter {
          static final LongAdder CALLS = new LongAdder();
          @AroundInvoke Object count(InvocationContext call) throws Exception {
            CALLS.increment();
            return call.proceed();
          }
          static long calls() { return CALLS.sum(); }
        }
        """;
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-Xlint:none", "-Agatewayz.component=jakarta")
            .compile(
                sources("## Jakarta CDI", imports, HAIKUS.formatted(""), POET, counted, counter));
    assertThat(compilation.success()).as(compilation.log()).isTrue();
    ClassLoader classes = compilation.load();
    Thread.currentThread().setContextClassLoader(classes);

    try (WeldContainer container =
        new Weld()
            .setClassLoader(classes)
            .disableDiscovery()
            .beanClasses(types(classes, "Poet", "Gateways", "GatewayzHaikus", "Counter", "Trimmed"))
            .addBuildCompatibleExtensions(
                type(classes, "PromptExtension").asSubclass(BuildCompatibleExtension.class))
            .initialize()) {
      assertThat(call(container.select(type(classes, "Poet")).get(), "write"))
          .isEqualTo("old pond");
      assertThat(call(type(classes, "Counter"), null, "calls")).isEqualTo(1L);
    }
    assertAsked();
  }

  private void assertAsked() {
    assertThat(gateway.takeRequest().bodyText()).contains("About frogs.");
    assertThat(gateway.awaitCounters(counters -> counters.connectionsOpen() == 0)).isNotNull();
  }

  /** What that section of the guide shows, and more, as files of one package. */
  private String[] sources(String section, String imports, String... more) throws IOException {
    String guide = Files.readString(Path.of("../docs/frameworks.md"));
    int start = guide.indexOf(section);
    int end = guide.indexOf("\n## ", start);
    List<String> types = new ArrayList<>(Arrays.asList(more));
    Matcher blocks = BLOCK.matcher(guide.substring(start, end));
    while (blocks.find()) {
      types.add(blocks.group(1));
    }
    return types.stream()
        .map(type -> "package beans;\n" + imports + type)
        .map(
            type ->
                type.replace(
                    "Gatewayz.fromEnvironment()",
                    "Gatewayz.builder().apiKey(\"test\").apiBase(\""
                        + gateway.apiBase()
                        + "\").build()"))
        .toArray(String[]::new);
  }

  private static Class<?> type(ClassLoader classes, String name) {
    try {
      return Class.forName("beans." + name, true, classes);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?>[] types(ClassLoader classes, String... names) {
    return Stream.of(names).map(name -> type(classes, name)).toArray(Class<?>[]::new);
  }

  private static Object call(Object object, String method) {
    return call(object.getClass(), object, method);
  }

  private static Object call(Class<?> type, Object object, String method) {
    try {
      Method declared = type.getDeclaredMethod(method);
      declared.setAccessible(true);
      return declared.invoke(object);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
