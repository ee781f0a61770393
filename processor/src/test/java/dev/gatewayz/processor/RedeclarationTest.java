package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whoever declares a method anew does not take back what was said of it. */
class RedeclarationTest {
  private static final String FENCED = "<untrusted:";

  @AutoClose private static final RecordingGateway gateway = new RecordingGateway();

  private static Generated compile(String body) {
    Compilation compilation =
        Compilation.javac(
            """
            package run;
            import dev.gatewayz.annotation.*;
            import java.util.*;
            interface Caller {
              %s
            }
            """
                .formatted(body));
    return Generated.of(compilation, "run.GatewayzCaller_Prompts", gateway.gatewayz());
  }

  @Test
  void theAnnotationsOfParametersAreInherited() {
    Generated client =
        compile(
            """
            record Order(String item) {}
            @SuppressWarnings("GZ1014") interface Base {
              @DeadlineMillis(total = 60_000) @GatewayzPrompt("{{mail}} {{the_order}}")
              String sum(@Untrusted String m, @Var("the_order") @Json Order o);
            }
            @SuppressWarnings("GZ1014") interface Middle extends Base { String sum(@Var("mail") String m, Order o); }
            @GatewayzClient(model = "gatewayz/a/b")
            interface Prompts extends Middle { @Override String sum(String m, Order o); }
            """);
    client.call("sum", "evil", client.create("run.Caller$Order", "tea"));
    assertThat(gateway.request())
        .contains(FENCED)
        .containsPattern(
            "<untrusted:\\w+>\\\\nevil\\\\n</untrusted:\\w+> \\{\\\\\"item\\\\\":\\\\\"tea");
  }

  @Test
  void whatAnyInterfaceSaysOfTheMethodHolds() {
    Generated client =
        compile(
            """
            @SuppressWarnings("GZ1014") interface One { @GatewayzPrompt("{{mail}}") String sum(String mail); }
            interface Two { String sum(@Untrusted String text); }
            @GatewayzClient(model = "gatewayz/a/b") interface Prompts extends One, Two {}
            """);
    client.call("sum", "evil");
    assertThat(gateway.request()).contains(FENCED);
  }

  @Test
  void deadlinesAreInheritedOneByOne() {
    Compilation compilation =
        Compilation.javac(
            """
            package run;
            import dev.gatewayz.annotation.*;
            @SuppressWarnings("GZ1014") interface Base {
              @DeadlineMillis(acquire = 11, total = 22) @GatewayzPrompt("Write.") String write();
            }
            """,
            """
            package run;
            import dev.gatewayz.annotation.*;
            @GatewayzClient(model = "gatewayz/a/b")
            interface Prompts extends Base { @DeadlineMillis(total = 33) String write(); }
            """);
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources().get("run/GatewayzPrompts.java"))
        .contains("11", "33")
        .doesNotContain("22");
  }

  @Test
  void untrustedTextIsFencedInEveryForm() {
    Generated client =
        compile(
            """
            record Mail(String text, char[] raw) {}
            @GatewayzClient(model = "gatewayz/a/b")
            interface Prompts {
              @GatewayzPrompt("{{#a}}{{.}}{{/a}}") String list(@Untrusted List<Character> a);
              @GatewayzPrompt("{{#a}}{{.}}{{/a}}") String array(@Untrusted char[] a);
              @GatewayzPrompt("{{a}}") String character(@Untrusted char a);
              @GatewayzPrompt("{{a}}") String optional(@Untrusted Optional<Character> a);
              @GatewayzPrompt("{{a}}") String name(@Untrusted StringBuilder a);
              @GatewayzPrompt("{{a}}") String json(@Untrusted @Json char[] a);
              @GatewayzPrompt("{{a.text}}{{#a.raw}}{{.}}{{/a.raw}}") String mail(@Untrusted Mail a);
              @GatewayzPrompt("{{#a.entrySet}}{{key}}{{/a.entrySet}}")
              String map(@Untrusted Map<Character, Integer> a);
            }
            """);
    client.call("list", List.of('x'));
    assertThat(gateway.request()).contains(FENCED);
    client.call("array", new char[] {'x'});
    assertThat(gateway.request()).contains(FENCED);
    client.call("character", 'x');
    assertThat(gateway.request()).contains(FENCED);
    client.call("optional", Optional.of('x'));
    assertThat(gateway.request()).contains(FENCED);
    client.call("name", new StringBuilder("x"));
    assertThat(gateway.request()).contains(FENCED);
    client.call("json", new char[] {'x'});
    assertThat(gateway.request()).contains(FENCED);
    client.call("mail", client.create("run.Caller$Mail", "", new char[] {'x'}));
    assertThat(gateway.request().split(FENCED, -1)).hasSize(3);
    client.call("map", Map.of('x', 1));
    assertThat(gateway.request()).contains(FENCED);
  }

  @Test
  void toolsInheritWhatIsSaidOfTheirParametersAndTheirWords() {
    Compilation compilation =
        Compilation.javac(
            """
            package run;
            import dev.gatewayz.annotation.*;
            @GatewayzClient(model = "gatewayz/a/b")
            interface Prompts {
              @GatewayzPrompt(value = "Ask.", tools = Towns.class) String ask();
              interface Declared {
                /**
                 * Finds a {@code List<String>} of towns&nbsp;&mdash; &#x41;ll.
                 * @param count how many,
                 *     at most
                 */
                @GatewayzTool String find(int count);
              }
              interface Narrowed extends Declared { String find(@Range(max = 7) int count); }
              class Towns implements Narrowed {
                /** {@inheritDoc} */
                @Override public String find(int n) { return ""; }
              }
            }
            """);
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources().get("run/GatewayzPrompts.java"))
        .contains(
            "Finds a List<String> of towns \\u2014 All.", "how many, at most", "\\\"maximum\\\":7");
  }
}
