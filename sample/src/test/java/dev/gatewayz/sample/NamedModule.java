package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * An application that is a module, compiled against the library as users have it.
 *
 * @param path where its modules are, its own among them
 */
record NamedModule(String path) {

  /**
   * Compiles it, with all warnings.
   *
   * @param artifacts names of our artifacts that it uses, with {@code |} between them
   * @param sources sources by their names
   */
  static NamedModule compile(Path folder, String artifacts, Map<String, String> sources)
      throws IOException {
    String libraries = libraries(artifacts);
    Path classes = folder.resolve("classes");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xlint:all,-requires-automatic",
                "-Werror",
                "-p",
                libraries,
                "-processorpath",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey() + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(compiled).isZero();
    return new NamedModule(libraries + File.pathSeparator + classes);
  }

  /** What a JVM prints that ends well. */
  static String run(Path java, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** What an application would have there: no compiler parts, no test libraries. */
  private static String libraries(String artifacts) {
    Pattern needed =
        Pattern.compile(
            "(gatewayz-)?("
                + artifacts
                + ")(-[0-9].*(?<!-tests)\\.jar)?|(netty|jackson|jspecify|bcp|bcutil).*\\.jar");
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> needed.matcher(nameOf(Path.of(entry))).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Of a jar its own, of a directory with classes that of the module they belong to. */
  private static String nameOf(Path entry) {
    return entry.endsWith("target/classes")
        ? entry.getParent().getParent().getFileName().toString()
        : entry.getFileName().toString();
  }
}
