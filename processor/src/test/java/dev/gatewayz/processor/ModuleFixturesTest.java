package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** In a named module, mistakes are reported as they are without one. */
class ModuleFixturesTest {

  @TestFactory
  Stream<DynamicTest> mistakesAreReportedWhereTheyAre() {
    return Fixtures.tests("bad", ModuleFixturesTest::check);
  }

  private static void check(Path file) {
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions(BadFixturesTest.options(file).toArray(String[]::new))
            .options("--add-reads", "app=ALL-UNNAMED")
            .compile(Fixtures.source(file), "module app {}");
    assertThat(Fixtures.print(compilation.diagnostics())).isEqualTo(Fixtures.expected(file));
  }
}
