package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is looked up at run time that the compiler knew, and databind is not needed. */
class NoReflectionTest {
  private static final Path RUNTIME = Path.of("../runtime/target/classes");

  /** Classes of the runtime that may look something up, and why. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "dev/gatewayz/Implementations",
          "create(Class) finds the generated client by its name",
          "dev/gatewayz/internal/call/ToolThreads",
          "virtual threads, where the JDK has them");

  @Test
  void generatedCodeCallsWhatItMeans() throws IOException {
    for (String name : List.of("Typed", "ReturnTypes", "EarningsAnalyst", "Adapters")) {
      Compilation compilation =
          Compilation.javac(Fixtures.read(Fixtures.file("good/" + name + ".java")));
      byte[] client = compilation.classes().get("fixtures.Gatewayz" + name);
      assertThat(lookUps(client)).as(name).isEmpty();
    }
  }

  @Test
  void theRuntimeDoesTooButForTwoClasses() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(RUNTIME)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(file -> found.put(name(file), lookUps(bytes(file))));
    }
    assertThat(found).hasSizeGreaterThan(150);
    found.values().removeIf(List::isEmpty);
    assertThat(found.keySet()).isSubsetOf(ALLOWED.keySet());
  }

  private static String name(Path file) {
    return RUNTIME
        .relativize(file)
        .toString()
        .replace(File.separatorChar, '/')
        .replaceAll("(\\$.*)?\\.class$", "");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lookUps(byte[] classFile) {
    try {
      return ConstantPool.references(classFile).stream()
          .filter(NoReflectionTest::isLookUp)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLookUp(String reference) {
    return reference.startsWith("java/lang/reflect/")
        || reference.startsWith("java/util/ServiceLoader")
        || reference.matches("java/lang/Class\\.(forName|get\\w*(Method|Field|Constructor)s?)")
        || reference.equals("java/lang/ClassLoader.loadClass")
        || reference.startsWith("java/lang/invoke/MethodHandles$Lookup.");
  }

  @Test
  void typedCallsRunWithoutDatabind(@TempDir Path folder) throws Exception {
    Compilation compilation = Compilation.javac(Fixtures.read(Fixtures.file("good/Typed.java")));
    for (Map.Entry<String, byte[]> type : compilation.classes().entrySet()) {
      Path file = folder.resolve(type.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, type.getValue());
    }
    try (RecordingGateway gateway = new RecordingGateway();
        URLClassLoader loader =
            new URLClassLoader(classPath(folder), ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> loader.loadClass("tools.jackson.databind.ObjectMapper"))
          .isInstanceOf(ClassNotFoundException.class);
      gateway.answer("{\"in\":\"a\",\"in2\":true,\"v\":\"GOOD\",\"value\":null}");
      Class<?> gatewayz = loader.loadClass("dev.gatewayz.Gatewayz");
      Object builder = gatewayz.getMethod("builder").invoke(null);
      builder.getClass().getMethod("apiKey", String.class).invoke(builder, "test");
      builder.getClass().getMethod("apiBase", String.class).invoke(builder, gateway.apiBase());
      try (AutoCloseable runtime =
          (AutoCloseable) builder.getClass().getMethod("build").invoke(builder)) {
        Constructor<?> constructor =
            loader.loadClass("fixtures.GatewayzTyped").getDeclaredConstructor(gatewayz);
        constructor.setAccessible(true);
        Method plain = constructor.getDeclaringClass().getMethod("plain");
        plain.setAccessible(true);
        assertThat(plain.invoke(constructor.newInstance(runtime)))
            .hasToString("Plain[in=a, in2=true, v=GOOD, value=null]");
      }
    }
  }

  private static URL[] classPath(Path folder) {
    List<String> needed = List.of("runtime", "annotations", "netty", "jackson-core", "jspecify");
    Stream<Path> libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> needed.stream().anyMatch(entry::contains))
            .filter(entry -> !entry.contains("jackson-annotations"))
            .map(Path::of);
    return Stream.concat(Stream.of(folder), libraries)
        .map(NoReflectionTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
