package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Eclipse compiler gets the same sources and the same messages, if at coarser places. */
class EcjTest {
  /** Where the compiler itself stops first, or reads more into a mistake. */
  private static final Map<String, String> DIFFERENT =
      Map.of("GZ1005", "a permitted class that is generated later is not listed");

  /** It does not know where records are; around this one is nothing else. */
  private static final String NOWHERE = "\"Poems\" is a record";

  private static Compilation compile(Path file) {
    return new Compilation.Setup()
        .compiler(new EclipseCompiler(), "--release", "17", "-proceedOnError")
        .options(Fixtures.models(Fixtures.name(file)).toArray(String[]::new))
        .compile(Fixtures.source(file));
  }

  @TestFactory
  Stream<DynamicTest> goodInterfacesCompileToTheSameSources() {
    return Fixtures.tests(
        "good",
        file -> {
          Compilation compilation = compile(file);
          assertThat(compilation.success()).as(compilation.log()).isTrue();
          assertThat(String.join("", compilation.sources().values()))
              .isEqualTo(Fixtures.read(Fixtures.file("golden/" + file.getFileName())));
        });
  }

  @TestFactory
  Stream<DynamicTest> mistakesGetTheSameCodes() {
    return Fixtures.in("bad").stream()
        .filter(file -> !DIFFERENT.containsKey(Fixtures.name(file)))
        .map(file -> DynamicTest.dynamicTest(Fixtures.name(file), () -> assertSameCodes(file)));
  }

  private static void assertSameCodes(Path file) {
    List<String> expected = new ArrayList<>();
    Fixtures.expected(file)
        .lines()
        .filter(line -> line.contains(": [GZ"))
        .map(line -> line.substring(line.indexOf("[GZ") + 1, line.indexOf("[GZ") + 7))
        .forEach(expected::add);
    Compilation compilation = compile(file);
    assertThat(compilation.codes())
        .as(compilation.log())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(compilation.diagnostics().stream().filter(EcjTest::isOurs))
        .filteredOn(said -> !said.getMessage(Locale.ROOT).contains(NOWHERE))
        .allSatisfy(said -> assertThat(said.getSource()).as(said.toString()).isNotNull());
  }

  private static boolean isOurs(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT).contains("[GZ");
  }
}
