package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What users may declare compiles with all warnings of javac on and fatal. */
class StrictCompilersTest {

  private static void isSilent(String... sources) {
    Compilation compilation =
        new Compilation.Setup().options("-Xlint:-processing").compile(sources);
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.success()).isTrue();
  }

  private static String client(String members) {
    return """
        package run;
        import dev.gatewayz.annotation.*;
        import dev.gatewayz.chat.Message;
        import java.util.*;
        @SuppressWarnings({"deprecation", "removal", "unchecked"})
        @GatewayzClient(model = "gatewayz/a/b")
        interface Caller %s
        """
        .formatted(members);
  }

  private static final String OLD =
      """
      package run;
      import com.fasterxml.jackson.annotation.JsonProperty;
      class Types {
        /** @deprecated old */ @Deprecated enum OldMood { GOOD, BAD }
        enum Mood {
          GOOD,
          /** @deprecated old */ @Deprecated @JsonProperty("bad") BAD
        }
        /** @deprecated old */ @Deprecated(forRemoval = true) record Old(String x) {}
        record Made(int a) {
          /** @deprecated old */ @Deprecated Made {}
        }
        @SuppressWarnings({"deprecation", "removal"})
        record All(OldMood old, Mood mood, Made made, Old last, java.util.List<Old> more) {}
        /** @deprecated old */ @Deprecated
        static class OldTools {
          @dev.gatewayz.annotation.GatewayzTool("x") public int add(int a) { return a; }
        }
        @SuppressWarnings({"deprecation", "removal"})
        static class Tools {
          @dev.gatewayz.annotation.GatewayzTool("x") public Old look(Old a, OldMood mood) { return a; }
          /** @deprecated old */ @Deprecated
          @dev.gatewayz.annotation.GatewayzTool("x") public static int count(int a) { return a; }
        }
      }
      """;

  @Test
  void deprecatedTypesMayBeUsedAnywhere() {
    isSilent(
        OLD,
        client(
            """
            {
              @GatewayzPrompt("Go.") Types.All all();
              @GatewayzPrompt("Go.") List<Types.Mood> moods();
              @GatewayzPrompt(value = "Go.", tools = {Types.OldTools.class, Types.Tools.class})
              String tools();
              @GatewayzPrompt("{{a.x}}{{#b}}{{.}}{{/b}}{{c}}")
              String shown(Types.Old a, Types.OldMood[] b, @Json Types.All c);
            }
            """));
  }

  @Test
  void typesAreThoseThatTheInterfaceHasThem() {
    isSilent(
        OLD,
        """
        package run;
        import dev.gatewayz.annotation.*;
        @SuppressWarnings("GZ1014")
        interface Base<T> {
          @GatewayzPrompt("{{a}}") T ask(String a);
          @GatewayzPrompt("{{#b}}x{{/b}}") @SuppressWarnings("unchecked") String none(T... b);
        }
        """,
        client("extends Base<Types.Old> {}").replace("Caller", "Olds"),
        client("extends Base<List<String>> {}"));
  }

  @Test
  void historyMayComeAsArray() {
    isSilent(
        client(
            """
            {
              @GatewayzPrompt("Go.") String a(Message... before);
              @GatewayzPrompt("Go.") String b(Message[] before);
            }
            """));
  }

  @Test
  void newestSyntaxCompiles() {
    int version = Runtime.version().feature();
    List<String> sources =
        version < 21
            ? List.of(client("{ @GatewayzPrompt(\"Go.\") String a(); }"))
            : List.of(
                client(
                    """
                    {
                      /// Markdown *here*.
                      @GatewayzPrompt("{{#p}}{{x}}{{/p}}") Shape a(List<Point> p);
                      record Point(int x, int y) {}
                      sealed interface Shape {}
                      record Round(Point at) implements Shape {}
                      static int sum(Object o) {
                        return switch (o) {
                          case Point(int x, int y) when x > 0 -> x + y;
                          default -> 0;
                        };
                      }
                    }
                    """));
    isSilent(sources.toArray(String[]::new));
  }
}
