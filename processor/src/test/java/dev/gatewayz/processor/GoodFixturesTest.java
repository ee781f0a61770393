package dev.gatewayz.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code good} compiles without a word, warnings on and fatal, into the sources that
 * stand in {@code golden}.
 */
class GoodFixturesTest {

  @TestFactory
  Stream<DynamicTest> interfacesBecomeTheSourcesInGolden() {
    return Fixtures.tests("good", GoodFixturesTest::check);
  }

  private static void check(Path file) {
    Compilation compilation =
        javac()
            .withOptions("-Xlint:all", "-Werror")
            .withProcessors(new GatewayzProcessor())
            .compile(JavaFileObjects.forResource("good/" + file.getFileName()));
    assertThat(compilation).succeededWithoutWarnings();
    String sources =
        compilation.generatedSourceFiles().stream()
            .sorted(Comparator.comparing(JavaFileObject::getName))
            .map(GoodFixturesTest::text)
            .collect(Collectors.joining());
    assertThat(sources).doesNotContain("did not compile");
    Path golden = Fixtures.file("golden/" + file.getFileName());
    if (Fixtures.update()) {
      Fixtures.write(golden, sources);
    }
    assertThat(sources).isEqualTo(Fixtures.read(golden));
  }

  private static String text(JavaFileObject source) {
    try {
      return source.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
