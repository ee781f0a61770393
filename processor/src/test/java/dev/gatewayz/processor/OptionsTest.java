package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Options are listed, checked and obeyed. */
class OptionsTest {
  private static final String HAIKUS =
      """
      package run;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Haikus {
        @GatewayzPrompt("Write a haiku.") String write();
      }
      """;
  private static final String SINGLETON = "package jakarta.inject; public @interface Singleton {}";
  private static final String INJECT = "package jakarta.inject; public @interface Inject {}";
  private static final String SPRING =
      "package org.springframework.stereotype; public @interface Component {}";

  private static Compilation compile(String option, String... more) {
    String[] sources = new String[more.length + 1];
    sources[0] = HAIKUS;
    System.arraycopy(more, 0, sources, 1, more.length);
    return new Compilation.Setup().replacingOptions("-A" + option).compile(sources);
  }

  private static String client(Compilation compilation) {
    return compilation.sources().get("run/GatewayzHaikus.java");
  }

  @Test
  void clientsBecomeBeansOfTheFramework() {
    Compilation jakarta = compile("gatewayz.component=jakarta", SINGLETON, INJECT);
    assertThat(jakarta.success()).as(jakarta.log()).isTrue();
    assertThat(client(jakarta)).contains("@Singleton\n", "  @Inject\n  GatewayzHaikus(");
    Compilation micronaut = compile("gatewayz.component=micronaut", SINGLETON);
    assertThat(client(micronaut)).contains("@Singleton\n").doesNotContain("@Inject");
    Compilation spring = compile("gatewayz.component=spring", SPRING);
    assertThat(client(spring)).contains("@Component\n");
    Compilation none = compile("gatewayz.component=none");
    assertThat(client(none)).doesNotContain("@Singleton", "@Component");
  }

  @Test
  void annotationsAreClaimedUnlessAnotherProcessorIsToSeeThem() {
    assertThat(Compilation.javac(HAIKUS).log()).isEmpty();
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-Xlint:processing", "-Agatewayz.claim=false")
            .compile(HAIKUS);
    assertThat(compilation.log()).contains("No processor claimed any of these annotations");
  }

  @Test
  void aFrameworkThatIsNotThereIsNamedOnce() {
    Compilation compilation =
        compile("gatewayz.component=spring", HAIKUS.replace("Haikus", "Poems"));
    assertThat(compilation.codes()).containsExactly("GZ8003");
    assertThat(compilation.log())
        .contains("needs org.springframework.stereotype.Component, which is not on the class path");
  }

  @Test
  void anOptionThatDoesNotExistIsAMistake() {
    Compilation compilation = compile("gatewayz.templats=x");
    assertThat(compilation.codes()).containsExactly("GZ8001");
    assertThat(compilation.log())
        .contains(
            "There is no option -Agatewayz.templats. Did you mean \"gatewayz.templates\"?",
            "options: gatewayz.claim, gatewayz.component, gatewayz.fakes, gatewayz.lock,"
                + " gatewayz.lock.accept, gatewayz.models, gatewayz.overrides, gatewayz.templates");
  }

  @Test
  void aValueThatIsNotPossibleIsAMistake() {
    assertThat(compile("gatewayz.templates=/no/such/folder").log())
        .contains("[GZ8002] -Agatewayz.templates=/no/such/folder is not possible: there is no");
    assertThat(compile("gatewayz.fakes=yes").log()).contains("[GZ8002]", "neither true nor false");
    assertThat(compile("gatewayz.claim=no").log()).contains("[GZ8002]", "neither true nor false");
    assertThat(compile("gatewayz.component=sprong").log())
        .contains("[GZ8002]", "Did you mean \"spring\"?", "jakarta, spring, micronaut");
  }
}
