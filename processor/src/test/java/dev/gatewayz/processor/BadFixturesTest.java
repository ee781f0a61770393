package dev.gatewayz.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code bad} holds mistakes of one kind and, as {@code NearMiss}, what is almost one
 * of them; below stands all that the compiler says.
 */
class BadFixturesTest {

  @TestFactory
  Stream<DynamicTest> mistakesAreReportedWhereTheyAre() {
    return Fixtures.tests("bad", BadFixturesTest::check);
  }

  private static void check(Path file) {
    Compilation compilation =
        javac()
            .withOptions(options(file))
            .withProcessors(new GatewayzProcessor())
            .compile(JavaFileObjects.forResource("bad/" + file.getFileName()));
    String said = Fixtures.print(compilation.diagnostics());
    if (Fixtures.update()) {
      Fixtures.expect(file, said);
    }
    assertThat(said).isEqualTo(Fixtures.expected(file));
    assertThat(said).contains("[" + Fixtures.name(file).substring(0, 6) + "]");
    assertThat(said).doesNotContain("NearMiss");
  }

  static List<String> options(Path file) {
    List<String> options = new ArrayList<>(Fixtures.models(Fixtures.name(file)));
    options.add("-Xlint:all,-auxiliaryclass,-processing");
    return options;
  }
}
