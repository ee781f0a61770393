package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typed answers need nothing but the runtime and what it depends on. */
class NoDatabindTest {
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
    return Stream.concat(Stream.of(folder), libraries).map(NoDatabindTest::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
