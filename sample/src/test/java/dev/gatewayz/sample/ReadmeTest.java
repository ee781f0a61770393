package dev.gatewayz.sample;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.testkit.MockGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The README says what is so. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final String README = read("README.md");

  private static final String IMPORTS =
      """
      import dev.gatewayz.*;
      import dev.gatewayz.Deadlines;
      import dev.gatewayz.annotation.*;
      import dev.gatewayz.chat.*;
      import dev.gatewayz.error.*;
      import dev.gatewayz.testkit.*;
      import dev.gatewayz.testkit.fake.*;
      import java.time.Duration;
      import java.util.Optional;
      import java.util.concurrent.*;
      import java.util.stream.Stream;
      """;

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fenced blocks of a language, in their order. */
  private static List<String> blocks(String language) {
    Matcher fences =
        Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(README);
    return fences.results().map(fence -> fence.group(1)).toList();
  }

  @Test
  void theFirstBlockIsTwoCommands() {
    assertThat(README.indexOf("```sh")).isEqualTo(README.indexOf("```"));
    assertThat(blocks("sh").get(0).lines())
        .containsExactly("mvn -q -DskipTests -pl sample -am package exec:exec", "mvn -q verify");
  }

  /** The processor, as a compiler finds it. */
  private static Processor processor() {
    return ServiceLoader.load(Processor.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.getClass().getName().startsWith("dev.gatewayz."))
        .findFirst()
        .orElseThrow();
  }

  /** The blocks that are no declarations. */
  private static List<String> statements() {
    return blocks("java").stream().filter(block -> !block.contains("public interface")).toList();
  }

  /** Declarations as they are, statements in methods that have what the statements speak of. */
  private static Compilation compilation() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String block : blocks("java")) {
      Matcher type = Pattern.compile("public interface (\\w+)").matcher(block);
      if (type.find()) {
        sources.add(JavaFileObjects.forSourceString(type.group(1), IMPORTS + block));
      }
    }
    StringBuilder snippets = new StringBuilder(IMPORTS + "public class Snippets {\n");
    for (int i = 0; i < statements().size(); i++) {
      String block = statements().get(i);
      boolean ownClient = block.contains("(Gatewayz gatewayz =");
      snippets
          .append("public static void snippet" + i)
          .append(ownClient ? "(Gatewayz given, " : "(Gatewayz gatewayz, ")
          .append("Analyst analyst) throws Exception {\n" + block + "}\n");
    }
    sources.add(JavaFileObjects.forSourceString("Snippets", snippets + "}\n"));
    return javac()
        .withOptions("-Xlint:all", "-Werror")
        .withProcessors(processor())
        .compile(sources);
  }

  @Test
  void theSnippetsCompileWithoutWarnings() {
    assertThat(compilation()).succeededWithoutWarnings();
  }

  @Test
  void theSnippetsRun() throws Exception {
    Compiled classes = new Compiled(compilation());
    List<String> run = new ArrayList<>();
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client =
            Gatewayz.builder().apiKey("test").apiBase(gateway.apiBase()).noProxy().build()) {
      Object analyst = client.create(classes.loadClass("Analyst"));
      for (int i = 0; i < statements().size(); i++) {
        String block = statements().get(i);
        Method snippet =
            classes
                .loadClass("Snippets")
                .getMethod("snippet" + i, Gatewayz.class, classes.loadClass("Analyst"));
        // The others call gateways out there.
        if (!block.contains("fromEnvironment") && !block.contains("example.com")) {
          run.add(outputOf(() -> snippet.invoke(null, client, analyst)));
        }
      }
    }
    assertThat(run)
        .hasSize(statements().size() - 2)
        .anyMatch("An old silent pond\nWrite a haiku about ponds.\n"::equals);
  }

  private static String outputOf(Callable<?> code) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      code.call();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theErrorLooksAsItIsShown() {
    String haikus = blocks("java").get(0);
    Compilation compilation =
        javac()
            .withProcessors(processor())
            .compile(
                JavaFileObjects.forSourceString(
                    "Haikus", IMPORTS + haikus.replace("{{topic}}", "{{topci}}")));

    assertThat(compilation).failed();
    assertThat(compilation.errors()).hasSize(1);
    assertThat("error: " + compilation.errors().get(0).getMessage(null).stripTrailing())
        .isEqualTo(blocks("text").get(0).stripTrailing());
  }

  @Test
  void theCoordinatesAreOurs() {
    String version = group("<version>(.*?)</version>", read("pom.xml"), 0);
    assertThat(blocks("xml").get(0))
        .contains(
            "<artifactId>gatewayz-runtime</artifactId>",
            "<artifactId>gatewayz-processor</artifactId>");
    assertThat(all("<groupId>dev.gatewayz</groupId>\n.*\n *<version>(.*?)</version>", README))
        .hasSize(2)
        .containsOnly(version);
    assertThat(all("'dev.gatewayz:(?:gatewayz-runtime|gatewayz-processor):(.*?)'", README))
        .hasSize(2)
        .containsOnly(version);
    assertThat(read("runtime/pom.xml")).contains("<artifactId>gatewayz-runtime</artifactId>");
    assertThat(read("processor/pom.xml")).contains("<artifactId>gatewayz-processor</artifactId>");
  }

  private static String group(String pattern, String text, int index) {
    return all(pattern, text).get(index);
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
  }

  @Test
  void theTableNamesWhatThereIs() {
    for (MatchResult row :
        Pattern.compile("^\\| `\\w+` \\| (.*?) \\| (.*?) \\|", Pattern.MULTILINE)
            .matcher(README)
            .results()
            .toList()) {
      for (String attribute : all("`(\\w+)`", row.group(1))) {
        assertThat(GatewayzPrompt.class.getDeclaredMethods())
            .extracting(Method::getName)
            .contains(attribute);
      }
      for (String method : all("`(\\w+)`", row.group(2))) {
        assertThat(ChatRequest.Builder.class.getMethods())
            .extracting(Method::getName)
            .contains(method);
      }
    }
    assertThat(CallOptions.Builder.class.getMethods())
        .extracting(Method::getName)
        .contains("extra");
  }
}
