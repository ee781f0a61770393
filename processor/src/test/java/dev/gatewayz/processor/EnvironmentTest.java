package dev.gatewayz.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds a compilation does not change what is sent. */
class EnvironmentTest {
  private static RecordingGateway gateway;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String prompt(String annotation) {
    return """
        package run;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Caller {
          @GatewayzPrompt(%s) String call(@Var("x") String x);
        }
        """
        .formatted(annotation);
  }

  private static String send(Compilation compilation, String argument) {
    Generated client = Generated.of(compilation, "run.GatewayzCaller", gateway.gatewayz());
    client.call("call", argument);
    return JsonTree.content(gateway.request(), 0);
  }

  @Test
  void textOfAnyAlphabetSurvivesAnyEncoding() {
    String text = "é € 日 😀 \u2028 \u007f \u0085";
    String source = prompt(JavaText.literal(text + "{{x}}"));
    for (var encoding :
        new java.nio.charset.Charset[] {
          StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8
        }) {
      Compilation compilation = new Compilation.Setup().encoding(encoding).compile(source);
      assertThat(send(compilation, "ü")).isEqualTo(text + "ü");
    }
  }

  @Test
  void everyCharacterArrivesAsItWas() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x100; c++) {
      all.append((char) c);
    }
    all.append("\ud800 \udfff").append("{{x}}").append("\udc00\ud83d\ude00\ud83d");
    String text = all.toString();
    Compilation compilation = Compilation.javac(prompt(JavaText.literal(text)));
    // Half a surrogate pair is no character; strict servers refuse it.
    String latin = text.substring(0, 0x100);
    assertThat(send(compilation, "\ud83d"))
        .isEqualTo(latin + "\ufffd \ufffd" + "\ufffd" + "\ufffd\ud83d\ude00\ufffd");
  }

  @Test
  void aTemplateMayBeLargerThanAConstantCanBe() throws IOException {
    String text = "0123456789\ud83d\ude00\n".repeat(8_000);
    Files.writeString(folder.resolve("large.mustache"), text + "{{x}}");
    Compilation compilation =
        new Compilation.Setup()
            .options("-Agatewayz.templates=" + folder)
            .compile(prompt("resource = \"large.mustache\""));
    assertThat(send(compilation, "!")).isEqualTo(text + "!");
  }

  @Test
  void constantsAndConcatenationsAreTemplates() {
    String source = prompt("Texts.START + \" of \" + Texts.END");
    String texts =
        """
        package run;
        interface Texts {
          String START = "Start";
          String END = ""\"
              {{x}}
              end\\
              ""\";
        }
        """;
    assertThat(send(Compilation.javac(source, texts), "the")).isEqualTo("Start of the\nend");
  }

  @Test
  void aPartialThatContainsItselfIsIndentedEachTime() throws IOException {
    Files.writeString(
        folder.resolve("node.mustache"),
        "{{indent}} {{#nodes}}{{#values}}{{.}}{{/values}}{{/nodes}}\n"
            + "{{#nodes}}\n  {{> node}}\n{{/nodes}}\n");
    String source =
        """
        package run;
        import dev.gatewayz.annotation.*;
        import java.util.List;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Caller {
          @GatewayzPrompt("{{> node}}") String call(String indent, List<Node> nodes);
          record Node(String indent, List<String> values, List<Node> nodes) {}
        }
        """;
    Compilation compilation =
        new Compilation.Setup().options("-Agatewayz.templates=" + folder).compile(source);
    Generated client = Generated.of(compilation, "run.GatewayzCaller", gateway.gatewayz());
    Object leaf = client.create("run.Caller$Node", "leaf", List.of("x"), List.of());
    Object node = client.create("run.Caller$Node", "node", List.of("y"), List.of(leaf, leaf));
    client.call("call", "root", List.of(node));
    assertThat(JsonTree.content(gateway.request(), 0))
        .isEqualTo("root y\n  node xx\n    leaf \n    leaf \n");
  }

  @Test
  void aFileIsFoundInTheResourcesOfTheProject() throws IOException {
    Path resources = Files.createDirectories(folder.resolve("src/main/resources/prompts"));
    Files.writeString(resources.resolve("hello.mustache"), "Hello {{x}}{{> name}}");
    Files.writeString(resources.resolve("name.mustache"), "!");
    Path classes = Files.createDirectories(folder.resolve("build/classes/java/main"));
    String source = prompt("resource = \"prompts/hello.mustache\"");
    Path file = Files.writeString(folder.resolve("Caller.java"), source);
    int exit =
        javax.tools.ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                GatewayzProcessor.class.getName(),
                file.toString());
    assertThat(exit).isZero();
    assertThat(classes.resolve("run/GatewayzCaller.java")).content().contains("Hello ", "!");
  }

  @Test
  void aNamedModuleNeedsOnlyTheRuntime() {
    String modulePath =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .filter(
                entry ->
                    Stream.of("annotations", "runtime", "netty", "jackson-core", "jspecify")
                        .anyMatch(entry::contains))
            .collect(joining(java.io.File.pathSeparator));
    Compilation compilation =
        new Compilation.Setup()
            .options("--module-path", modulePath)
            .compile(
                "module acme { requires transitive dev.gatewayz; exports run; }",
                prompt("\"{{x}}\"").replace("interface", "public interface"));
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources()).containsKey("run/GatewayzCaller.java");
  }

  @Test
  void theOrderOfFilesChangesNothing() {
    String a = prompt("\"a {{x}}\"");
    String b = a.replace("Caller", "Other");
    String c = Fixtures.read(Fixtures.file("good/Roles.java"));
    Compilation one = Compilation.javac(a, b, c);
    Compilation other = Compilation.javac(c, b, a);
    assertThat(one.sources()).isEqualTo(other.sources());
    assertThat(one.resources()).isEqualTo(other.resources());
  }

  @Test
  void aSchemaMayBeLargerThanAConstant() {
    StringBuilder components = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      components
          .append(i == 0 ? "" : ", ")
          .append("@Describe(\"" + "\u00e9".repeat(400) + "\") String c" + i);
    }
    Compilation compilation =
        Compilation.javac(
            """
            package run;
            import dev.gatewayz.annotation.*;
            @GatewayzClient(model = "gatewayz/a/b")
            interface Large {
              @GatewayzPrompt("Go.") Wide wide();
              record Wide(%s) {}
            }
            """
                .formatted(components));
    assertThat(compilation.log()).isEmpty();
    assertThat(SchemaTest.schemas(compilation, "run.Large").get("wide")).hasSizeGreaterThan(80_000);
    assertThat(compilation.sources().get("run/GatewayzLarge.java")).contains("String.join(");
  }
}
