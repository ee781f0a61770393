package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code run} holds interfaces that compile without a word under every warning that
 * javac has, and a {@code Check} that calls their clients; below stands what was sent.
 */
class InterfacesTest {
  private RecordingGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = new RecordingGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @TestFactory
  Stream<DynamicTest> interfacesAreClientsThatSendWhatTheySay() {
    List<Path> files = Fixtures.in("run");
    Compilation compilation =
        new Compilation.Setup()
            .options("-Xdoclint:all/public", "-Xlint:-auxiliaryclass")
            .compile(files.stream().map(Fixtures::source).toArray(String[]::new));
    assertThat(compilation.log()).isEmpty();
    ClassLoader classes = compilation.load();
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(Fixtures.name(file), () -> check(file, classes)));
  }

  /** The last message, without the random parts of fences and on one line. */
  private static String message(String request) {
    List<Object> messages = JsonTree.list(JsonTree.object(JsonTree.parse(request)).get("messages"));
    String text = String.valueOf(JsonTree.object(messages.get(messages.size() - 1)).get("content"));
    return text.replaceAll("untrusted:\\w+", "untrusted").replace("\n", "|");
  }

  private void check(Path file, ClassLoader classes) throws Exception {
    String type = "run." + Fixtures.name(file).toLowerCase(Locale.ROOT) + ".Check";
    Method run = Class.forName(type, true, classes).getDeclaredMethod("run", Gatewayz.class);
    run.setAccessible(true);
    gateway.forget();
    gateway.answer("Yes.");
    try {
      run.invoke(null, gateway.gatewayz());
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
    List<String> sent = new ArrayList<>();
    while (gateway.requests() > 0) {
      sent.add(message(gateway.request()));
    }
    String said = String.join("\n", sent) + "\n";
    if (Fixtures.update()) {
      Fixtures.expect(file, said);
    }
    assertThat(said).isEqualTo(Fixtures.expected(file));
  }
}
