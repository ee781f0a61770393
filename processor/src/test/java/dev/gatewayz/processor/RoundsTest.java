package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Types that other processors make are waited for. */
class RoundsTest {
  private static final String CLIENT =
      """
      package run;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller extends Base {
        @GatewayzPrompt(Texts.START + "{{topic.name.first}}") String call(Topic topic);
        @GatewayzPrompt("Make some.") java.util.List<Topic> make();
      }
      """;
  private static final Map<String, String> LATE =
      Map.of(
          "run.Base",
          "package run; @SuppressWarnings(\"GZ1014\") interface Base {"
              + " @dev.gatewayz.annotation.GatewayzPrompt(\"Hello\") String hello(); }",
          "run.Texts",
          "package run; interface Texts { String START = \"Start \"; }",
          "run.Topic",
          "package run; record Topic(Name name) {}",
          "run.Name",
          "package run; record Name(String first) {}");

  /** Writes one type in each round. */
  private static final class LateTypes extends AbstractProcessor {
    private final java.util.Iterator<Map.Entry<String, String>> types =
        new java.util.TreeMap<>(LATE).entrySet().iterator();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (types.hasNext()) {
        Map.Entry<String, String> type = types.next();
        try (Writer out = processingEnv.getFiler().createSourceFile(type.getKey()).openWriter()) {
          out.write(type.getValue());
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return false;
    }
  }

  @Test
  void superinterfacesConstantsAndNestedPropertiesMayComeLate() {
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-Xlint:all,-processing", "-Werror")
            .processors(new LateTypes(), new GatewayzProcessor())
            .compile(CLIENT);
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources().get("run/GatewayzCaller.java"))
        .contains("Start ", "topic.name().first()", "hello()", "readName(JsonIn in)");
  }

  @Test
  void whatNeverComesIsTheCompilersToReport() {
    Compilation compilation =
        new Compilation.Setup().replacingOptions().compile(CLIENT, LATE.get("run.Base"));
    assertThat(compilation.codes()).containsExactly("GZ1015");
    assertThat(compilation.log()).contains("cannot find symbol");
  }

  @Test
  void aTypeThatIsMissingHidesNoOtherMistake() {
    String source =
        """
        package run;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Caller {
          @GatewayzPrompt("{{x}}") Nothing nothing(String x);
          @GatewayzPrompt("{{y}}") String call(String x);
        }
        """;
    Compilation compilation = new Compilation.Setup().replacingOptions().compile(source);
    assertThat(compilation.codes()).containsExactlyInAnyOrder("GZ2001", "GZ1015");
    assertThat(compilation.diagnostics()).hasSize(3);
  }

  @Test
  void otherClientsDoNotWait() {
    String other =
        """
        package run;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Other { @GatewayzPrompt("Hello") String hello(); }
        """;
    Compilation compilation = new Compilation.Setup().replacingOptions().compile(CLIENT, other);
    assertThat(compilation.sources()).containsOnlyKeys("run/GatewayzOther.java");
  }

  @Test
  void aBrokenPromptDoesNotBreakCodeThatUsesTheClient() {
    String broken =
        """
        package run;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b")
        public interface Broken { @GatewayzPrompt("{{x}}") String call(); }
        """;
    String user =
        """
        package user;
        import run.GatewayzBroken;
        class User { GatewayzBroken broken; }
        """;
    Compilation compilation = new Compilation.Setup().replacingOptions().compile(broken, user);
    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.codes()).containsExactly("GZ2001");
  }
}
