package dev.gatewayz.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;

/** An application that is prepared ahead of time has the same beans, without a hint of its own. */
class AheadOfTimeTest {
  private static final String[] PROPERTIES = {
    "gatewayz.api-key=sk-test-0123456789",
    "gatewayz.prompts.rhymes.seed=7",
    "gatewayz.gateways.eu.api-key=sk-eu-0123456789",
    "gatewayz.gateways.eu.prompts.oracle.seed=8"
  };

  @TempDir Path folder;

  @Test
  void theGeneratedContextCallsThePrompts() throws Exception {
    String initializer = generate();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-XDrawDiagnostics",
                "-Xlint:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString()));
    try (Stream<Path> files = Files.walk(folder.resolve("sources"))) {
      files.filter(f -> f.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (MockGateway gateway = MockGateway.start();
        URLClassLoader loader = alone()) {
      gateway.reply(Reply.text("old pond"), Reply.text("Sunny."));
      Object answer =
          Class.forName(Started.class.getName(), true, loader)
              .getMethod("answers", String.class, String.class)
              .invoke(null, initializer, gateway.apiBase());
      assertThat(answer).as(said.toString(StandardCharsets.UTF_8)).isEqualTo("old pond Sunny.");
      assertThat(gateway.requests())
          .extracting(request -> request.json("/seed").map(Object::toString).orElse("none"))
          .containsExactly("7", "8");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private String generate() {
    GenericApplicationContext context = new GenericApplicationContext();
    TestPropertyValues.of(PROPERTIES).applyTo(context);
    new AnnotatedBeanDefinitionReader(context).register(Application.class);
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get(Application.class)),
            new FileSystemGeneratedFiles(
                kind -> folder.resolve(kind.name().toLowerCase(Locale.ROOT) + "s")));
    ClassName initializer =
        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    generation.writeGeneratedContent();
    return initializer.reflectionName();
  }

  /** Sees what was generated beside the application, as if both had been built together. */
  private URLClassLoader alone() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(folder.resolve("classes").toUri().toURL());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** The application, started from what was generated. */
  public static final class Started {
    private Started() {}

    @SuppressWarnings("unchecked")
    public static String answers(String initializer, String apiBase) throws Exception {
      ClassLoader loader = Started.class.getClassLoader();
      Thread.currentThread().setContextClassLoader(loader);
      try (GenericApplicationContext context = new GenericApplicationContext()) {
        context.setClassLoader(loader);
        TestPropertyValues.of(PROPERTIES)
            .and("gatewayz.api-base=" + apiBase, "gatewayz.gateways.eu.api-base=" + apiBase)
            .applyTo(context);
        ((ApplicationContextInitializer<GenericApplicationContext>)
                Class.forName(initializer, true, loader).getDeclaredConstructor().newInstance())
            .initialize(context);
        context.refresh();
        return context.getBean(Rhymes.class).write("frogs")
            + " "
            + context.getBean(Oracle.class).ask("Weather?");
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(GatewayzAutoConfiguration.class)
  static class Application {

    @Bean
    Oracle.Weather weather() {
      return new Oracle.Weather("sunny");
    }
  }
}
