package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzPrompt;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project that is set up as the documentation says, and built by Maven time and again without
 * {@code clean}: what has changed is in the client.
 */
class MavenBuildTest {
  private static final Map<String, String> SOURCES =
      Map.of(
          "src/main/java/app/Greeter.java",
          """
          package app;
          import dev.gatewayz.annotation.*;
          @GatewayzClient(model = "gatewayz/a/b")
          public interface Greeter {
            @GatewayzPrompt(resource = "prompts/hello.mustache", tools = Clock.class)
            Greeting greet(String name);
          }
          """,
          "src/main/java/app/Greeting.java",
          "package app;\npublic record Greeting(String text) {}\n",
          "src/main/java/app/Clock.java",
          """
          package app;
          public class Clock {
            @dev.gatewayz.annotation.GatewayzTool("The hour.")
            public int hour() { return 12; }
          }
          """,
          "src/main/resources/prompts/hello.mustache",
          "Hello {{name}}");

  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void create() throws IOException {
    project = folder.resolve("project");
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      write(source.getKey(), source.getValue());
    }
    write("pom.xml", pom());
  }

  @Test
  void whatHasChangedIsCompiledAgain() throws Exception {
    build();
    assertThat(catalogue()).contains("Hello {{name}}", "\"text\"", "The hour.");
    later("src/main/resources/prompts/hello.mustache", "Good morning {{name}}");
    build();
    assertThat(catalogue()).contains("Good morning {{name}}");
    later("src/main/java/app/Greeting.java", "package app;\npublic record Greeting(int mood) {}\n");
    String clock = SOURCES.get("src/main/java/app/Clock.java");
    later("src/main/java/app/Clock.java", clock.replace("The hour.", "The hour of the day."));
    build();
    assertThat(catalogue()).contains("\"mood\"", "The hour of the day.").doesNotContain("\"text\"");
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A change that is seen where the time of a file has seconds only. */
  private void later(String name, String text) throws IOException {
    write(name, text);
    Files.setLastModifiedTime(project.resolve(name), FileTime.from(Instant.now().plusSeconds(2)));
  }

  private String catalogue() throws IOException {
    return Files.readString(
        project.resolve("target/classes/META-INF/gatewayz/prompts/app.Greeter.json"));
  }

  private String pom() throws IOException {
    String docs = Files.readString(Path.of("../docs/templates.md"));
    String readme = Files.readString(Path.of("../README.md"));
    String parent = Files.readString(Path.of("../pom.xml"));
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>app</groupId><artifactId>app</artifactId><version>1</version>
      <properties>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
      <dependencies>%s%s</dependencies>
      <build><plugins>
        <plugin>
          <artifactId>maven-compiler-plugin</artifactId><version>%s</version>
          <configuration>
            <release>17</release>
            <parameters>true</parameters>
            <compilerArgs>
              <arg>-processorpath</arg><arg>%s</arg>
              <arg>-processor</arg><arg>%s</arg>
            </compilerArgs>
          </configuration>
        </plugin>
        <plugin><artifactId>maven-resources-plugin</artifactId><version>%s</version></plugin>
        %s
      </plugins></build>
    </project>
    """
        .formatted(
            dependency(GatewayzPrompt.class),
            dependency(Gatewayz.class),
            find(readme, "maven-compiler-plugin</artifactId>\\s*<version>([^<]+)<"),
            System.getProperty("java.class.path"),
            GatewayzProcessor.class.getName(),
            find(parent, "<maven-resources-plugin.version>([^<]+)<"),
            find(docs, "(?s)```xml\n(<plugin>.+?)```"));
  }

  private static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  /** What is compiled here is in no repository. */
  private String dependency(Class<?> part) throws IOException {
    return """
    <dependency><groupId>app</groupId><artifactId>%s</artifactId><version>1</version>
    <scope>system</scope><systemPath>%s</systemPath></dependency>
    """
        .formatted(part.getSimpleName().toLowerCase(Locale.ROOT), jar(part));
  }

  private Path jar(Class<?> part) throws IOException {
    Path jar = folder.resolve(part.getSimpleName() + ".jar");
    Path classes = place(part);
    if (Files.isRegularFile(classes)) {
      return classes;
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private static Path place(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The Maven that runs this, or else the one on the path. */
  private void build() throws Exception {
    String home = System.getProperty("gatewayz.maven.home");
    String name = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    String maven = home == null ? name : Path.of(home, "bin", name).toString();
    String repository = System.getProperty("maven.repo.local");
    ProcessBuilder builder = new ProcessBuilder(maven, "-q", "-B", "compile");
    if (repository != null) {
      builder.command().add("-Dmaven.repo.local=" + repository);
    }
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(List.of("MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Path log = folder.resolve("log");
    Process process =
        builder
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = process.waitFor();
    assertThat(exit).as(() -> Fixtures.read(log)).isZero();
  }
}
