package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.testkit.MockGatewayExtension;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Template files: which one is meant, and whether it is still the one that was compiled. */
class TemplateChangesTest {
  @RegisterExtension static final MockGatewayExtension GATEWAY = new MockGatewayExtension();

  @TempDir Path folder;

  private static final String CALLER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller {
        @GatewayzPrompt(resource = "prompts/hello.mustache") String call(String x);
      }
      """;

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Compilation compile() {
    return new Compilation.Setup().options("-Agatewayz.templates=" + folder).compile(CALLER);
  }

  private static String catalogue(Compilation compilation) {
    return compilation.resources().get("META-INF/gatewayz/prompts/run.Caller.json");
  }

  /** Makes the client with those files on the class path. */
  static void create(Compilation compilation, Consumer<GatewayzBuilder> options, Path... resources)
      throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path path : resources) {
      urls.add(path.toUri().toURL());
    }
    Map<String, byte[]> classes = compilation.classes();
    try (URLClassLoader loader =
            new URLClassLoader(
                urls.toArray(URL[]::new), TemplateChangesTest.class.getClassLoader()) {
              @Override
              protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                return bytes == null
                    ? super.findClass(name)
                    : defineClass(name, bytes, 0, bytes.length);
              }
            };
        Gatewayz gatewayz = gatewayz(options)) {
      gatewayz.create(loader.loadClass("run.Caller"));
    }
  }

  private static Gatewayz gatewayz(Consumer<GatewayzBuilder> options) {
    GatewayzBuilder builder =
        Gatewayz.builder().apiBase("http://localhost:1").apiKey("k").allowPlaintext();
    options.accept(builder);
    return builder.build();
  }

  @Test
  void aChangedTemplateIsRefused() throws Exception {
    Path file = folder.resolve("prompts/hello.mustache");
    write(file, "Hello {{x}}{{> end}}");
    write(folder.resolve("prompts/end.mustache"), "!");
    Compilation compilation = compile();
    create(compilation, GatewayzBuilder::checkTemplates, folder);
    write(file, "\ufeffHello {{x}}{{> end}}");
    create(compilation, GatewayzBuilder::checkTemplates, folder);
    write(folder.resolve("prompts/end.mustache"), "?");
    create(compilation, builder -> builder.checkTemplates(false), folder);
    assertThatThrownBy(() -> create(compilation, GatewayzBuilder::checkTemplates, folder))
        .hasStackTraceContaining(
            "The template prompts/end.mustache has changed since"
                + " run.GatewayzCaller was compiled")
        .hasStackTraceContaining("Compile the project again from scratch");
    create(compilation, GatewayzBuilder::checkTemplates);
  }

  @Test
  void testsWithTheExtensionOfTheTestkitRefuseItByThemselves() throws Exception {
    Path file = folder.resolve("prompts/hello.mustache");
    write(file, "Hello {{x}}");
    Compilation compilation = compile();
    create(compilation, builder -> {}, folder);
    write(file, "Bye {{x}}");
    assertThatThrownBy(() -> create(compilation, builder -> {}, folder))
        .hasStackTraceContaining("prompts/hello.mustache has changed");
  }

  @Test
  void anotherFileOfThatNameIsNoChange() throws Exception {
    write(folder.resolve("prompts/hello.mustache"), "Hello {{x}}");
    Path other = folder.resolve("other");
    write(other.resolve("prompts/hello.mustache"), "Bye {{x}}");
    create(compile(), GatewayzBuilder::checkTemplates, other, folder);
  }

  @Test
  void endsOfLinesChangeNothing() throws Exception {
    write(folder.resolve("prompts/hello.mustache"), "Hello\n{{x}}\n");
    Compilation unix = compile();
    write(folder.resolve("prompts/hello.mustache"), "Hello\r\n{{x}}\r\n");
    Compilation windows = compile();
    assertThat(windows.sources()).isEqualTo(unix.sources());
    assertThat(windows.resources()).isEqualTo(unix.resources());
    create(unix, GatewayzBuilder::checkTemplates, folder);
  }

  @Test
  void theProjectsOwnFileComesBeforeThatOfADependency() throws Exception {
    for (String name : List.of("app", "latest-app", "contest")) {
      Path project = folder.resolve(name);
      write(project.resolve("src/main/resources/prompts/hello.mustache"), "Own {{x}}");
      Files.createDirectories(project.resolve("src/test/resources"));
      Path jar = folder.resolve(name + ".jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.putNextEntry(new JarEntry("prompts/hello.mustache"));
        out.write("Foreign {{x}}".getBytes(StandardCharsets.UTF_8));
      }
      Path classes = Files.createDirectories(project.resolve("build/classes/java/main"));
      assertThat(compileOnDisk(classes, jar)).as(name).contains("Own {{x}}");
      Path tests = Files.createDirectories(project.resolve("build/classes/java/test"));
      write(project.resolve("src/test/resources/prompts/hello.mustache"), "Test {{x}}");
      assertThat(compileOnDisk(tests, jar)).as(name).contains("Test {{x}}");
    }
  }

  /** The catalogue that comes out. */
  private String compileOnDisk(Path classes, Path jar) throws IOException {
    Path source = folder.resolve("Caller.java");
    Files.writeString(source, CALLER);
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + jar;
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                classPath,
                "-processor",
                GatewayzProcessor.class.getName(),
                source.toString());
    assertThat(exit).isZero();
    return Files.readString(classes.resolve("META-INF/gatewayz/prompts/run.Caller.json"));
  }

  @Test
  void everythingThatChangesTheCallChangesTheHash() {
    List<String> prompts =
        List.of(
            "@GatewayzPrompt(\"{{x}}\") Answer call(String x);",
            "@GatewayzPrompt(\"{{x}}\") Answer call(@Untrusted String x);",
            "@GatewayzPrompt(value = \"{{x}}\", repair = 1) Answer call(String x);",
            "@GatewayzPrompt(value = \"{{x}}\", repair = 2) Answer call(String x);",
            "@GatewayzPrompt(value = \"{{x}}\", fallbacks = \"gatewayz/c/d\") Answer call(String x);",
            "@GatewayzPrompt(value = \"{{x}}\", strict = false) Answer call(String x);",
            "@GatewayzPrompt(\"{{x}}\") @DeadlineMillis(total = 5) Answer call(String x);",
            "@GatewayzPrompt(\"{{x}}\") @DeadlineMillis(total = 6) Answer call(String x);",
            "@GatewayzPrompt(value = \"{{x}}\", tools = T.class) Answer call(String x);",
            "@GatewayzPrompt(value = \"{{x}}\", tools = T.class, maxToolRounds = 3)"
                + " Answer call(String x);",
            "@GatewayzPrompt(value = \"{{x}}\", tools = T.class, toolChoice = \"t\")"
                + " Answer call(String x);");
    Set<String> hashes = new HashSet<>();
    for (String prompt : prompts) {
      Compilation compilation =
          Compilation.javac(
              CALLER
                  .replaceAll(" *@GatewayzPrompt.*\n", prompt)
                  .replaceFirst(
                      "}\\s*$",
                      "record Answer(String y) {} class T { @GatewayzTool(\"x\") public void t() {} } }"));
      assertThat(compilation.log()).isEmpty();
      String catalogue = catalogue(compilation);
      int hash = catalogue.indexOf("\"hash\": \"");
      hashes.add(catalogue.substring(hash, catalogue.indexOf('\n', hash)));
    }
    assertThat(hashes).hasSameSizeAs(prompts);
  }
}
