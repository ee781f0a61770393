package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A named module compiles against the library and runs with it. */
class ModulePathTest {
  private static final String MODULE =
      """
      module app {
        requires dev.gatewayz;
        requires dev.gatewayz.testkit;
        requires dev.gatewayz.testkit.fake;
        opens app to dev.gatewayz; // for create(), which looks the class up
      }
      """;
  private static final String HAIKUS =
      """
      package app;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
      interface Haikus {
        @GatewayzPrompt("Write a haiku about {{topic}}.")
        String write(String topic);
      }
      """;
  private static final String MAIN =
      """
      package app;
      import dev.gatewayz.Gatewayz;
      import dev.gatewayz.testkit.*;
      import dev.gatewayz.testkit.fake.Completions;
      public class Main {
        public static void main(String[] args) {
          try (MockGateway gateway = MockGateway.start();
              Gatewayz client =
                  Gatewayz.builder().apiBase(gateway.apiBase()).apiKey("test").build()) {
            gateway.reply(Reply.text("An old silent pond"), Reply.text("A frog jumps in"));
            System.out.println(new GatewayzHaikus(client).write("ponds"));
            System.out.println(client.create(Haikus.class).write("frogs"));
            Completions.streamOf("Splash").forEach(System.out::println).join();
            System.out.println(Haikus.class.getModule());
          }
        }
      }
      """;

  private static final Pattern NEEDED =
      Pattern.compile(
          "(gatewayz-)?(annotations|runtime|testkit|fakes)(-[0-9].*(?<!-tests)\\.jar)?"
              + "|(netty|jackson|jspecify|bcp|bcutil).*\\.jar");

  @TempDir Path folder;

  @Test
  void aModuleCompilesAndRuns() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src/app"));
    Path module = Files.writeString(folder.resolve("src/module-info.java"), MODULE);
    Path haikus = Files.writeString(sources.resolve("Haikus.java"), HAIKUS);
    Path main = Files.writeString(sources.resolve("Main.java"), MAIN);
    Path classes = folder.resolve("classes");
    String path = modulePath();
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-Xlint:all,-requires-automatic",
                "-Werror",
                "-p",
                path,
                "-processorpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                module.toString(),
                haikus.toString(),
                main.toString());

    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(compiled).isZero();
    assertThat(run(path + File.pathSeparator + classes))
        .contains("An old silent pond\n", "A frog jumps in\n", "Splash\n", "module app\n");
  }

  private static String run(String modulePath) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(java.toString(), "-p", modulePath, "-m", "app/app.Main")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** What an application would have there: no compiler parts, no test libraries. */
  private static String modulePath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> NEEDED.matcher(nameOf(Path.of(entry))).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Of a jar its own, of a directory with classes that of the module they belong to. */
  private static String nameOf(Path entry) {
    return entry.endsWith("target/classes")
        ? entry.getParent().getParent().getFileName().toString()
        : entry.getFileName().toString();
  }
}
