package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code good} compiles without a word, warnings on and fatal, into the sources that
 * stand in {@code golden}.
 */
class GoodFixturesTest {

  @TestFactory
  Stream<DynamicTest> interfacesBecomeTheSourcesInGolden() {
    return Fixtures.in("good").stream()
        .map(file -> DynamicTest.dynamicTest(Fixtures.name(file), () -> check(file)));
  }

  private static void check(Path file) {
    Compilation compilation = Compilation.javac(Fixtures.read(file));
    assertThat(compilation.log()).isEmpty();
    StringBuilder sources = new StringBuilder();
    compilation.sources().values().forEach(sources::append);
    Path golden = Fixtures.file("golden/" + file.getFileName());
    if (Fixtures.update()) {
      Fixtures.write(golden, sources.toString());
    }
    assertThat(sources.toString()).isEqualTo(Fixtures.read(golden));
  }
}
