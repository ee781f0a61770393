package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.annotation.GatewayzClient;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A runtime that cannot run what is generated is said once, instead of errors inside it. */
class RuntimeFormatsTest {
  private static final String HAIKUS =
      """
      package run;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Haikus {
        @GatewayzPrompt("Write about {{topic}}.") String write(String topic);
      }
      """;

  private static final String GATEWAYZ =
      """
      package dev.gatewayz;
      public interface Gatewayz {}
      """;

  private static Compilation compile(String... sources) throws URISyntaxException {
    Path annotations =
        Path.of(GatewayzClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new Compilation.Setup().options("-classpath", annotations.toString()).compile(sources);
  }

  @Test
  void aMissingRuntimeIsSaidOnce() throws Exception {
    Compilation compilation = compile(HAIKUS, HAIKUS.replace("Haikus", "Poems"));
    assertThat(compilation.codes()).containsExactly("GZ8004");
    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.sources()).isEmpty();
  }

  @Test
  void aRuntimeWithoutFormatsIsTooOld() throws Exception {
    Compilation compilation = compile(HAIKUS, GATEWAYZ);
    assertThat(compilation.codes()).containsExactly("GZ8005");
    assertThat(compilation.sources()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, GZ8005", "1, 0, GZ8005", "2, 3, GZ8006"})
  void theRuntimeOrTheProcessorIsToBeRaised(int oldest, int current, String code) throws Exception {
    Compilation compilation = compile(HAIKUS, GATEWAYZ, formats(oldest, current));
    assertThat(compilation.codes()).containsExactly(code);
    assertThat(compilation.sources()).isEmpty();
  }

  @Test
  void mistakesInPromptsAreSaidAllTheSame() throws Exception {
    Compilation compilation = compile(HAIKUS.replace("{{topic}}", "{{topci}}"));
    assertThat(compilation.codes()).contains("GZ8004", "GZ2001");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0, 7"})
  void aRuntimeThatKnowsTheFormatIsFine(int oldest, int current) throws Exception {
    Compilation compilation = compile(HAIKUS, GATEWAYZ, formats(oldest, current));
    assertThat(compilation.codes()).isEmpty();
    assertThat(compilation.sources()).hasSize(1);
  }

  private static String formats(int oldest, int current) {
    return """
        package dev.gatewayz.codegen;
        public final class CodegenFormat {
          public static final int OLDEST = %d;
          public static final int CURRENT = %d;
          private CodegenFormat() {}
        }
        """
        .formatted(oldest, current);
  }
}
