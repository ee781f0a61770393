package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in the package documentation is true. */
class ArchitectureTest {
  private static final Path ROOT = Path.of("src/main/java/dev/gatewayz/processor");
  private static final String OURS = "import dev.gatewayz.processor.";

  /** What each package may know of the others. */
  private static final Map<String, List<String>> KNOWS =
      Map.of(
          "report", List.of(),
          "template", List.of("report"),
          "model", List.of("report", "template"),
          "schema", List.of("model"),
          "read", List.of("report", "template", "model"),
          "check", List.of("report", "template", "model"),
          "compile", List.of("report", "template", "model", "schema"),
          "emit", List.of("model", "schema"));

  private static Stream<String> imports(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder)).filter(Files::isRegularFile)) {
      return files.toList().stream().flatMap(ArchitectureTest::imports);
    }
  }

  private static Stream<String> imports(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> line.startsWith("import "));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void packagesDependInOneDirection() throws IOException {
    for (Map.Entry<String, List<String>> entry : KNOWS.entrySet()) {
      assertThat(imports(entry.getKey()))
          .filteredOn(line -> line.startsWith(OURS))
          .allMatch(
              line -> entry.getValue().contains(line.substring(OURS.length()).split("\\.", 2)[0]));
    }
  }

  @Test
  void onlyReadingWalksTheModelOfTheCompiler() throws IOException {
    for (String folder : List.of("report", "template", "model", "schema", "check", "emit")) {
      assertThat(imports(folder))
          .noneMatch(line -> line.contains("javax.lang.model.type."))
          .noneMatch(line -> line.contains("javax.lang.model.util."));
    }
  }

  @Test
  void nothingKnowsTheRuntime() throws IOException {
    for (String folder :
        List.of("report", "template", "model", "schema", "read", "check", "emit", "")) {
      assertThat(imports(folder))
          .noneMatch(line -> line.startsWith("import dev.gatewayz.") && !line.startsWith(OURS));
    }
  }

  @Test
  void filesAreSmall() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(300));
    }
  }
}
