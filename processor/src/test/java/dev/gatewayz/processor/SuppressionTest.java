package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.processor.report.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code @SuppressWarnings} silences is as if it were not there: the client does its work. */
class SuppressionTest {
  /** What stands in a source wherever the annotation may stand. */
  private static final String PLACE = "@@ ";

  /** Needs class files, and one compiler of several. */
  private static final String OF_CLASS_FILES = "GZ5013";

  /** A client with one mistake, and each place that its silencer may stand at. */
  private static final Map<String, String> MISTAKES =
      Map.of(
          "GZ1014",
          """
          @@ interface Caller { @GatewayzPrompt("Write.") String ask(); }
          """,
          "GZ1015",
          """
          @@ @GatewayzClient(model = "gatewayz/a/b")
          interface Caller { @GatewayzPrompt("Write.") Missing ask(); }
          """,
          "GZ1016",
          """
          @@ @GatewayzClient(model = "gatewayz/a/b") interface Caller {}
          """,
          "GZ2003",
          """
          @@ interface Outer {
            @@ @GatewayzClient(model = "gatewayz/a/b") interface Caller {
              @@ @GatewayzPrompt("Write.") String ask(@@ String topic);
            }
          }
          """,
          "GZ2014",
          """
          @@ @GatewayzClient(model = "gatewayz/a/b") interface Caller {
            record Person(String name) {}
            @@ @GatewayzPrompt("{{^p}}nobody{{/p}}Write.{{p.name}}") String ask(Person p);
          }
          """,
          "GZ4004",
          """
          @@ @GatewayzClient(model = "gatewayz/router") interface Caller {
            @@ @GatewayzPrompt(model = "gatewayz/auto", value = "Write.") String ask();
          }
          """,
          "GZ4009",
          """
          @@ @GatewayzClient(model = "gatewayz/a/b") interface Caller {
            @@ @GatewayzPrompt(n = 2, value = "Write.") dev.gatewayz.Completion<String> ask();
          }
          """,
          "GZ4016",
          """
          @@ @GatewayzClient(model = "gatewayz/a/b", cache = true) interface Caller {
            @@ @GatewayzPrompt("{{p.name}}Write.%s") String ask(Person p);
            record Person(String name) {}
          }
          """
              .formatted("x".repeat(1000)),
          "GZ4017",
          """
          @@ @GatewayzClient(model = "gatewayz/a/b") interface Caller {
            @@ @GatewayzPrompt(value = "Write. {{p.name}}.", cache = true) String ask(Person p);
            record Person(String name) {}
          }
          """);

  /** Mistakes that the list of the gateway's models shows. */
  private static final Map<String, String> MISTAKES_BY_MODELS =
      Map.of(
          "GZ4018",
          """
          @@ @GatewayzClient(model = "gatewayz/acme/unheard-of") interface Caller {
            @GatewayzPrompt("Write.") String ask();
          }
          """,
          "GZ4019",
          """
          @@ @GatewayzClient(model = "gatewayz/a/short") interface Caller {
            @@ @GatewayzPrompt(value = "Write.", maxTokens = 4097) String ask();
          }
          """,
          "GZ4020",
          """
          @@ @GatewayzClient(model = "gatewayz/a/plain") interface Caller {
            @@ @GatewayzPrompt(value = "Write.", tools = Clock.class) String tell();
            class Clock { @dev.gatewayz.annotation.GatewayzTool("Tells.") public String now() { return ""; } }
          }
          """,
          "GZ4021",
          """
          @@ @GatewayzClient(model = "gatewayz/a/tiny") interface Caller {
            @@ @GatewayzPrompt("Write. This sentence is longer than forty characters.") String ask();
          }
          """);

  @AutoClose private static final RecordingGateway gateway = new RecordingGateway();

  static Stream<String> codes() {
    return Arrays.stream(Message.values())
        .filter(Message::suppressible)
        .map(Message::code)
        .filter(code -> !code.equals(OF_CLASS_FILES));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void whatIsSilencedDoesNoHarmAtAnyPlace(String code) {
    String body = MISTAKES.getOrDefault(code, MISTAKES_BY_MODELS.get(code));
    assertThat(body).isNotNull();
    assertThat(compile(code, body.replace(PLACE, "")).codes()).contains(code);
    int places = body.split(PLACE, -1).length - 1;
    for (int place = 0; place < places; place++) {
      Compilation silenced =
          compile(code, silenced(body, place, "@SuppressWarnings(\"" + code + "\")"));
      assertThat(silenced.codes()).as("place " + place).doesNotContain(code);
      if (body.contains("Missing ")) {
        continue;
      }
      assertThat(silenced.log()).isEmpty();
      String client = body.contains("Outer") ? "run.GatewayzOuter_Caller" : "run.GatewayzCaller";
      if (silenced.classes().containsKey(client) && body.contains("ask")) {
        run(Generated.of(silenced, client, gateway.gatewayz()), body);
      }
    }
  }

  private static void run(Generated client, String body) {
    if (body.contains("Person p")) {
      client.call("ask", client.create("run.Caller$Person", "Ann"));
    } else if (body.contains("String topic")) {
      client.call("ask", "frogs");
    } else {
      client.call("ask");
    }
    assertThat(gateway.request()).contains("Write.");
  }

  private static String silenced(String body, int place, String annotation) {
    List<String> parts = new ArrayList<>(List.of(body.split(PLACE, -1)));
    StringBuilder out = new StringBuilder(parts.get(0));
    for (int i = 1; i < parts.size(); i++) {
      out.append(i - 1 == place ? annotation + " " : "").append(parts.get(i));
    }
    return out.toString();
  }

  private static Compilation compile(String code, String body) {
    return new Compilation.Setup()
        .options(Fixtures.models(code).toArray(String[]::new))
        .compile(
            "package run;\nimport dev.gatewayz.annotation.GatewayzClient;\n"
                + "import dev.gatewayz.annotation.GatewayzPrompt;\n"
                + body);
  }

  @Test
  void silenceInOnePackageIsNoneInAnother() {
    String client =
        """
        package a;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b") interface A {
          @GatewayzPrompt("Write.") String write(@SuppressWarnings("GZ2003") String topic);
        }
        """;
    String loud =
        client.replace("package a", "package b").replace("@SuppressWarnings(\"GZ2003\")", "");
    assertThat(Compilation.javac(client, loud).codes()).containsExactly("GZ2003");
    assertThat(Compilation.javac(loud, loud.replace("package b", "package c")).codes())
        .containsExactly("GZ2003", "GZ2003");
  }

  @Test
  void overloadsThatDifferInThePackageOfATypeAreTwoPlaces() {
    Compilation compilation =
        Compilation.javac(
            "package one; public record X(String a) {}",
            "package two; public record X(String a) {}",
            """
            package a;
            import dev.gatewayz.annotation.*;
            @GatewayzClient(model = "gatewayz/a/b") interface A {
              @GatewayzPrompt(id = "m", value = "Write.") String write(one.X x);
              @GatewayzPrompt(id = "n", value = "Write.") String write(two.X x);
            }
            """);
    assertThat(compilation.codes()).containsExactly("GZ2003", "GZ2003");
  }

  @Test
  void aSilencedWarningHidesNoOtherMistake() {
    Compilation compilation =
        compile(
            "GZ2014",
            """
            @GatewayzClient(model = "gatewayz/a/b") interface Caller {
              record Person(String name) {}
              @SuppressWarnings("GZ2014") @GatewayzPrompt("{{^p}}nobody{{/p}}{{p.name}}")
              String ask(Person p, String never);
            }
            """);
    assertThat(compilation.codes()).containsExactly("GZ2003");
  }
}
