package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.Cassette.Strictness;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests with the annotation, whose cassette is committed. */
@Cassette(value = "cassettes", unused = Strictness.FAIL)
class CassetteTest {
  private static final String REQUEST =
      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";

  private int port;

  @TempDir Path folder;

  @BeforeEach
  void aParameterOfSetUpIsTheSameGateway(MockGateway gateway) {
    port = gateway.port();
    assertThat(answer(gateway, "before each")).contains("first");
  }

  private static String answer(MockGateway gateway, String content) {
    return PlainClient.cleartext(gateway).chat(REQUEST.formatted(content)).body();
  }

  @Test
  void playsForAMethodOfTheClass(MockGateway gateway, Tape tape) {
    assertThat(gateway.port()).isEqualTo(port);
    assertThat(tape.gateway()).isSameAs(gateway);
    assertThat(answer(gateway, "method")).contains("of the method");
  }

  @RepeatedTest(2)
  void eachRepetitionHasItsOwnPart(RepetitionInfo info, MockGateway gateway) {
    assertThat(answer(gateway, "repetition")).contains("repetition " + info.getCurrentRepetition());
  }

  @Nested
  class WithinAnotherClass {
    @Test
    void playsToo(MockGateway gateway) {
      assertThat(answer(gateway, "nested")).contains("in the nested class");
    }
  }

  @Test
  @Cassette("of-a-method")
  void theAnnotationOfAMethodComesFirst(MockGateway gateway) {
    assertThat(answer(gateway, "own")).contains("of its own");
  }

  @Test
  void promptsThatHaveChangedAreNamed() throws Exception {
    Path file = folder.resolve("stale.cassette");
    String text = Files.readString(Path.of("src/test/cassettes/of-a-method.cassette"));
    Files.writeString(file, text.replaceFirst("(test .*\n)", "$1prompt demo.Analyst.sum 11aa\n"));

    Tape tape = Tape.builder(file).record(false).prompts(analyst("22bb")).open();
    assertThat(tape.stale()).containsExactly("  prompt demo.Analyst.sum: 11aa then, 22bb now");
    answer(tape.gateway(), "changed");
    assertThatThrownBy(tape::close)
        .hasMessageContaining("is not on")
        .hasMessageContaining("prompt demo.Analyst.sum: 11aa then, 22bb now");

    Tape strict =
        Tape.builder(file).record(false).prompts(analyst("22bb")).stale(Strictness.FAIL).open();
    assertThatThrownBy(strict::close).hasMessageContaining("11aa then, 22bb now");
    try (Tape fresh =
        Tape.builder(file).record(false).prompts(analyst("11aa")).stale(Strictness.FAIL).open()) {
      assertThat(fresh.stale()).isEmpty();
    }
  }

  /** A class that is loaded with a list of prompts, as the compiler would have made it. */
  private Class<?> analyst(String hash) throws Exception {
    String name = Sample.class.getName();
    Path root = Files.createTempDirectory(folder, "classes");
    Path list = root.resolve("META-INF/gatewayz/prompts/" + name + ".json");
    Files.createDirectories(list.getParent());
    Files.writeString(
        list, "{\"prompts\":[{\"id\":\"demo.Analyst.sum\",\"hash\":\"" + hash + "\"}]}");
    return new Loader(root).loadClass(name);
  }

  /** Loaded anew for each list. */
  interface Sample {}

  private static final class Loader extends ClassLoader {
    private final Path root;

    Loader(Path root) {
      super(CassetteTest.class.getClassLoader());
      this.root = root;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Sample.class.getName())) {
        return super.loadClass(name, resolve);
      }
      String resource = name.replace('.', '/') + ".class";
      try (InputStream stream = getParent().getResourceAsStream(resource)) {
        byte[] bytes = stream.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      Path file = root.resolve(name);
      try {
        return Files.exists(file) ? Files.newInputStream(file) : super.getResourceAsStream(name);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
