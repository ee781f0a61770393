package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Compiling generated source is most of what the processor costs, so its size is kept. */
class SizeTest {

  @Test
  void anInterfaceOfFourShortPromptsComesToThreeKilobytes() {
    Compilation compilation = Compilation.javac(Workload.sources(1));
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.sources().get("load/p0/GatewayzAnalyst0.java")).hasSizeLessThan(3_300);
    assertThat(compilation.classes().get("load.p0.GatewayzAnalyst0")).hasSizeLessThan(4_300);
  }

  @Test
  void theNextPromptComesToSixHundredBytes() {
    String source = Workload.sources(1)[0];
    String more =
        source.replace(
            "  record",
            "  @GatewayzPrompt(\"Name {{count}} cities of {{country}}.\")\n"
                + "  String name(int count, String country);\n\n  record");
    int before = Compilation.javac(source).sources().values().iterator().next().length();
    int after = Compilation.javac(more).sources().values().iterator().next().length();
    assertThat(after - before).isLessThan(600);
  }

  @Test
  void aTypedAnswerAddsItsSchemaItsTypeAndOneReader() {
    String source = Workload.sources(1)[0];
    String typed =
        source
            .replace("String cover(", "Brief cover(")
            .replace(
                "  record",
                "  record Brief(String headline, List<String> bullets, boolean urgent) {}\n\n  record");
    int before = Compilation.javac(source).sources().values().iterator().next().length();
    int after = Compilation.javac(typed).sources().values().iterator().next().length();
    assertThat(after - before).isLessThan(1_350);
  }

  @Test
  void anInterfaceComesToOneSourceAndTwoResources() {
    Compilation compilation = Compilation.javac(Workload.sources(2));
    // The compiler compares each with all that were written before.
    assertThat(compilation.sources()).hasSize(2);
    assertThat(compilation.resources()).hasSize(4);
  }

  @Test
  void textIsWrittenAndReadWithoutOverloadsAndTypesToInfer() {
    String source = Compilation.javac(Workload.sources(1)).sources().values().iterator().next();
    // One argument is a number.
    assertThat(source).containsOnlyOnce(".text(\"").contains(".then(").doesNotContain("AnswerType");
  }
}
