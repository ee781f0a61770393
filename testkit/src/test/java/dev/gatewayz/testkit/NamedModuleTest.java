package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a named module compiles against the testkit's module and runs with it. */
class NamedModuleTest {
  private static final String PROGRAM =
      """
      package demo;

      import dev.gatewayz.testkit.MockGateway;

      public final class Main {
        public static void main(String[] arguments) {
          try (MockGateway gateway = MockGateway.start()) {
            System.out.print(gateway.tlsApiBase().startsWith("https://localhost:"));
          }
        }
      }
      """;

  private static final Pattern NEEDED =
      Pattern.compile("classes|(netty|bcp|bcutil|jackson-core).*\\.jar");

  @TempDir Path folder;

  @Test
  void runsOnTheModulePath() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src"));
    Path module =
        Files.writeString(
            sources.resolve("module-info.java"),
            "module demo { requires dev.gatewayz.testkit; exports demo; }");
    Path main = Files.writeString(sources.resolve("Main.java"), PROGRAM);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classes, module, main);

    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath() + File.pathSeparator + classes,
                "--module",
                "demo/demo.Main")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(java.waitFor()).isZero();
    assertThat(said).isEqualTo("true");
  }

  private static void compile(Path classes, Path... sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("--module-path", modulePath(), "-d", classes.toString()),
                  null,
                  files.getJavaFileObjects(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }

  /** What the module needs, of the class path of the tests. */
  private static String modulePath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> NEEDED.matcher(Path.of(entry).getFileName().toString()).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
