package dev.gatewayz.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;

/** The interfaces under {@code src/test/resources}, and what is expected of them. */
final class Fixtures {
  private static final Path ROOT = Path.of("src/test/resources");
  private static final String EXPECTATION = "//! ";

  private Fixtures() {}

  /** Whether expectations are to be written rather than compared. */
  static boolean update() {
    return Boolean.getBoolean("golden.update");
  }

  static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A test for each interface of a folder, by its name. */
  static Stream<DynamicTest> tests(String folder, Check check) {
    return in(folder).stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check.check(file)));
  }

  /** What is to be true of an interface. */
  interface Check {
    void check(Path file) throws Exception;
  }

  /** What the gateway's models can stands beside a fixture where that is part of its mistake. */
  static List<String> models(String name) {
    Path models = file("bad/" + name + ".json");
    return Files.exists(models) ? List.of("-Agatewayz.models=" + models) : List.of();
  }

  static Path file(String name) {
    return ROOT.resolve(name);
  }

  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a fixture, without its ending. */
  static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  /** A fixture without its expectations. */
  static String source(Path file) {
    StringBuilder source = new StringBuilder();
    read(file)
        .lines()
        .filter(line -> !line.startsWith(EXPECTATION))
        .forEach(line -> source.append(line).append('\n'));
    return source.toString();
  }

  /** The expectations of a fixture. */
  static String expected(Path file) {
    StringBuilder expected = new StringBuilder();
    read(file)
        .lines()
        .filter(line -> line.startsWith(EXPECTATION))
        .forEach(line -> expected.append(line.substring(EXPECTATION.length())).append('\n'));
    return expected.toString();
  }

  /** Writes expectations under a fixture. */
  static void expect(Path file, String expectations) {
    StringBuilder text = new StringBuilder(source(file));
    expectations.lines().forEach(line -> text.append(EXPECTATION).append(line).append('\n'));
    write(file, text.toString());
  }

  /** What the compiler said, with places and without its own drawing. */
  static String print(List<? extends Diagnostic<?>> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic<?> diagnostic : diagnostics) {
      out.append(diagnostic.getLineNumber())
          .append(':')
          .append(diagnostic.getColumnNumber())
          .append(' ')
          .append(diagnostic.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .append(": ")
          .append(diagnostic.getMessage(Locale.ROOT).strip().replace("\r", ""))
          .append('\n');
    }
    return out.toString();
  }
}
