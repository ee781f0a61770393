package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts are as they were reviewed, or the build says what changed. */
class LockTest {
  private static final String HAIKUS =
      """
      package run;
      import dev.gatewayz.annotation.*;
      import java.util.List;
      @GatewayzClient(model = "gatewayz/a/b", temperature = 0.5)
      interface Haikus {
        @GatewayzPrompt(value = "Write a haiku.\\n\\nAbout {{topic}}.", system = "You are a poet.",
            fallbacks = "gatewayz/c/d")
        @DeadlineMillis(total = 30000)
        String write(@Untrusted String topic);

        @GatewayzPrompt(value = "Rate: {{text}}", repair = 1)
        Rating rate(String text);

        record Rating(int stars, List<String> reasons) {}
      }
      """;

  @TempDir Path folder;

  private Compilation compile(String source, String... more) {
    String[] options =
        Stream.concat(Stream.of("-Agatewayz.lock=" + folder), Stream.of(more))
            .toArray(String[]::new);
    return new Compilation.Setup().replacingOptions(options).compile(source);
  }

  private void accept(String source) {
    Compilation compilation = compile(source, "-Agatewayz.lock.accept=true");
    assertThat(compilation.success()).as(compilation.log()).isTrue();
  }

  private Path file() {
    return folder.resolve("run.Haikus.prompts");
  }

  @Test
  void whatWasReviewedBuilds() throws IOException {
    accept(HAIKUS);
    assertThat(file())
        .content()
        .contains(
            "prompt run.Haikus.write",
            "model gatewayz/a/b",
            "fallbacks [\"gatewayz/c/d\"]",
            "options {\"temperature\":0.5}",
            "deadlines {\"total\": 30000}",
            "parameter @untrusted java.lang.String topic",
            "system\n  | You are a poet.",
            "user\n  | Write a haiku.\n  |\n  | About {{topic}}.",
            "repair 1",
            "\"stars\": {");
    assertThat(compile(HAIKUS).log()).isEmpty();
    assertThat(compile(HAIKUS).success()).isTrue();
  }

  @Test
  void aChangeIsShownLineByLineAtThePrompt() {
    accept(HAIKUS);
    Compilation changed = compile(HAIKUS.replace("Write a haiku.", "Write a long haiku."));
    assertThat(changed.codes()).containsExactly("GZ8007");
    assertThat(changed.log())
        .contains(
            "-   | Write a haiku.", "+   | Write a long haiku.", "-Agatewayz.lock.accept=true")
        .doesNotContain("| About", "run.Haikus.rate");
  }

  @Test
  void everythingThatAReviewerWouldAskAboutIsAChange() {
    accept(HAIKUS);
    for (String[] change :
        List.of(
            new String[] {"gatewayz/a/b", "gatewayz/a/x"},
            new String[] {"gatewayz/c/d", "gatewayz/c/x"},
            new String[] {"temperature = 0.5", "temperature = 0.6"},
            new String[] {"total = 30000", "total = 31000"},
            new String[] {"@Untrusted ", ""},
            new String[] {"repair = 1", "repair = 2"},
            new String[] {"int stars", "long stars"},
            new String[] {"You are a poet.", "You are a critic."})) {
      Compilation compilation = compile(HAIKUS.replace(change[0], change[1]));
      assertThat(compilation.codes()).as(change[0]).contains("GZ8007").containsOnly("GZ8007");
    }
  }

  @Test
  void newRemovedAndRenamedPromptsAreToldApart() {
    accept(HAIKUS);
    Compilation renamed = compile(HAIKUS.replace("String write(", "String compose("));
    assertThat(renamed.codes()).containsExactly("GZ8010");
    assertThat(renamed.log()).contains("run.Haikus.write", "run.Haikus.compose");
    Compilation removed =
        compile(HAIKUS.substring(0, HAIKUS.indexOf("  @GatewayzPrompt(value = \"Rate")) + "}\n");
    assertThat(removed.codes()).containsExactly("GZ8009");
    Compilation added =
        compile(
            HAIKUS.replace(
                "record Rating", "@GatewayzPrompt(\"Hello\") String greet();\n  record Rating"));
    assertThat(added.codes()).containsExactly("GZ8008");
  }

  @Test
  void withoutAFileNothingWasReviewed() {
    assertThat(compile(HAIKUS).codes()).containsExactly("GZ8008", "GZ8008");
  }

  @Test
  void aFileThatIsNoneOfOursIsSaid() throws IOException {
    Files.writeString(file(), "model x\n");
    Compilation compilation = compile(HAIKUS);
    assertThat(compilation.codes()).containsExactly("GZ8011");
    assertThat(compilation.log()).contains("begins with \"model x\"");
  }

  @Test
  void acceptingTwiceChangesNothing() throws IOException {
    accept(HAIKUS);
    String first = Files.readString(file());
    accept(HAIKUS);
    assertThat(file()).content().isEqualTo(first);
    Files.writeString(file(), first.replace("\n", "\r\n"));
    assertThat(compile(HAIKUS).success()).isTrue();
  }

  @Test
  void anotherCompilerWritesTheSame() throws IOException {
    accept(HAIKUS);
    String first = Files.readString(file());
    Files.delete(file());
    Compilation eclipse =
        new Compilation.Setup()
            .compiler(new EclipseCompiler(), "--release", "17", "-proceedOnError")
            .options("-Agatewayz.lock=" + folder, "-Agatewayz.lock.accept=true")
            .compile(HAIKUS);
    assertThat(eclipse.success()).as(eclipse.log()).isTrue();
    assertThat(file()).content().isEqualTo(first);
  }

  @Test
  void acceptingNeedsAFolder() {
    Compilation compilation =
        new Compilation.Setup().replacingOptions("-Agatewayz.lock.accept=true").compile(HAIKUS);
    assertThat(compilation.codes()).containsExactly("GZ8002");
  }
}
