package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in the package documentation is true, by what the class files name. */
class ArchitectureTest {
  private static final Path ROOT = Path.of("src/main/java/dev/gatewayz/processor");
  private static final Pattern OURS =
      Pattern.compile("^import dev\\.gatewayz\\.(processor|internal\\.(template|binding))\\.");
  private static final Pattern CLASS_NAME =
      Pattern.compile("dev/gatewayz/processor/((?:[a-z0-9]+/)*)[A-Z]");

  /** What each package uses of the others, each listed after those that it uses. */
  private static final Map<String, Set<String>> USES = new LinkedHashMap<>();

  static {
    USES.put("classfile/", Set.of());
    USES.put("report/", Set.of());
    USES.put("model/", Set.of("report/"));
    USES.put("schema/", Set.of("model/"));
    USES.put("read/", Set.of("classfile/", "report/", "model/"));
    USES.put("check/", Set.of("report/", "model/"));
    USES.put("compile/", Set.of("report/", "model/", "schema/"));
    USES.put("emit/", Set.of("model/", "schema/"));
    USES.put("lock/", Set.of("report/", "model/"));
    USES.put("", Set.of("report/", "model/", "read/", "check/", "compile/", "emit/", "lock/"));
  }

  private static Map<String, Set<String>> uses() throws Exception {
    Path classes = classes();
    Map<String, Set<String>> uses = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(ArchitectureTest::isClass).toList()) {
        String folder = classes.relativize(file.getParent()).toString();
        String own = folder.isEmpty() ? "" : folder.replace(File.separatorChar, '/') + "/";
        Set<String> used = uses.computeIfAbsent(own, name -> new TreeSet<>());
        Matcher names = CLASS_NAME.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        names.results().map(name -> name.group(1)).forEach(used::add);
        used.remove(own);
      }
    }
    return uses;
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(
            GatewayzProcessor.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .resolve("dev/gatewayz/processor");
  }

  private static boolean isClass(Path path) {
    return path.getFileName().toString().matches("[A-Z].*\\.class");
  }

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
  void packagesUseOnlyWhatTheMapSays() throws Exception {
    assertThat(uses()).containsExactlyInAnyOrderEntriesOf(USES);
  }

  @Test
  void noPackageIsInACycle() {
    Set<String> before = new HashSet<>();
    USES.forEach(
        (name, used) -> {
          assertThat(before).as("packages below %s", name).containsAll(used);
          before.add(name);
        });
  }

  @Test
  void noTwoTypesHaveOneName() throws Exception {
    try (Stream<Path> files = Files.walk(classes())) {
      assertThat(files.filter(ArchitectureTest::isClass).map(ArchitectureTest::simpleName))
          .filteredOn(name -> Character.isLetter(name.charAt(0)))
          .doesNotHaveDuplicates();
    }
  }

  private static String simpleName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('$') + 1);
  }

  @Test
  void onlyReadingWalksTheModelOfTheCompiler() throws IOException {
    for (String folder : List.of("report", "model", "schema", "check", "compile", "emit", "lock")) {
      assertThat(imports(folder))
          .noneMatch(line -> line.contains("javax.lang.model.type."))
          .noneMatch(line -> line.contains("javax.lang.model.util."));
    }
  }

  @Test
  void nothingKnowsTheRuntime() throws IOException {
    for (String folder :
        List.of("report", "model", "schema", "read", "check", "compile", "emit", "lock", "")) {
      assertThat(imports(folder))
          .noneMatch(line -> line.startsWith("import dev.gatewayz.") && !OURS.matcher(line).find());
    }
  }

  /** What a reader has to count is no list of values; records have names for them. */
  @Test
  void whatTakesMoreThanFiveValuesIsARecordThatOneClassMakes() throws Exception {
    Map<String, String> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes())) {
      for (Path file : files.filter(ArchitectureTest::isClass).toList()) {
        String name = classes().relativize(file).toString().replace(File.separatorChar, '.');
        classes.put(
            "dev.gatewayz.processor." + name.replace(".class", ""),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    for (String name : classes.keySet()) {
      Class<?> type = Class.forName(name, false, getClass().getClassLoader());
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() - (type.isEnum() ? 2 : 0) > 5) {
          assertThat(type.isRecord()).as("%s is a record", name).isTrue();
          String made =
              MethodType.methodType(void.class, constructor.getParameterTypes())
                  .toMethodDescriptorString();
          assertThat(classes.keySet())
              .filteredOn(other -> !topLevel(other).equals(topLevel(name)))
              .filteredOn(other -> classes.get(other).contains(made))
              .as("others that make a %s", name)
              .hasSizeLessThanOrEqualTo(1);
        }
      }
    }
  }

  private static String topLevel(String name) {
    return name.replaceFirst("\\$.*", "");
  }

  @Test
  void filesAreSmall() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      // Messages are one list, as docs/errors.md is.
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("Message.java")))
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(320));
    }
  }
}
