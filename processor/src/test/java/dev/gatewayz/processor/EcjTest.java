package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Eclipse compiler gets the same sources and the same messages, on the same lines. */
class EcjTest {
  /** Where the compiler itself stops first, or reads more into a mistake. */
  private static final Map<String, String> DIFFERENT =
      Map.of("GZ1005", "a permitted class that is generated later is not listed");

  private static Compilation compile(Path file) {
    return new Compilation.Setup()
        .compiler(new EclipseCompiler(), "--release", "17", "-proceedOnError")
        .options(Fixtures.models(Fixtures.name(file)).toArray(String[]::new))
        .compile(Fixtures.source(file));
  }

  @TestFactory
  Stream<DynamicTest> goodInterfacesCompileToTheSameSources() {
    return Fixtures.in("good").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Fixtures.name(file),
                    () -> {
                      Compilation compilation = compile(file);
                      assertThat(compilation.success()).as(compilation.log()).isTrue();
                      assertThat(String.join("", compilation.sources().values()))
                          .isEqualTo(Fixtures.read(Fixtures.file("golden/" + file.getFileName())));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> mistakesGetTheSameCodesOnTheSameLines() {
    return Fixtures.in("bad").stream()
        .filter(file -> !DIFFERENT.containsKey(Fixtures.name(file)))
        .map(file -> DynamicTest.dynamicTest(Fixtures.name(file), () -> assertSame(file)));
  }

  private static void assertSame(Path file) {
    Compilation compilation = compile(file);
    assertThat(places(Fixtures.print(compilation.diagnostics())))
        .as(compilation.log())
        .containsExactlyInAnyOrderElementsOf(places(Fixtures.expected(file)));
  }

  /** The line and the code of each message of ours. */
  private static List<String> places(String said) {
    List<String> places = new ArrayList<>();
    for (String line : said.lines().filter(line -> line.contains(": [GZ")).toList()) {
      int code = line.indexOf("[GZ");
      places.add(line.substring(0, line.indexOf(':')) + " " + line.substring(code + 1, code + 7));
    }
    return places;
  }
}
