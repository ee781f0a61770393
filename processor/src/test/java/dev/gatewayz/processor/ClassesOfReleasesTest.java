package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What earlier releases generated runs on this runtime. Each jar in {@code classes} holds what a
 * release made of the {@code Analyst.java} beside it, as class files: they are never compiled
 * again. {@code processor/classes-of-release.sh} adds one, and none is replaced once its release is
 * out.
 */
class ClassesOfReleasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/classes");
  private static RecordingGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    String release = System.getProperty("classes.release", "");
    if (!release.isEmpty()) {
      write(FOLDER.resolve(release + ".jar"));
    }
    gateway = new RecordingGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static void write(Path jar) throws IOException {
    Compilation compilation =
        new Compilation.Setup()
            .options("--release", "17", "-parameters")
            .compile(Files.readString(FOLDER.resolve("Analyst.java")));
    assertThat(compilation.log()).isEmpty();
    Map<String, byte[]> files = new TreeMap<>();
    compilation
        .classes()
        .forEach((name, bytes) -> files.put(name.replace('.', '/') + ".class", bytes));
    compilation
        .resources()
        .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        JarEntry entry = new JarEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        entries.putNextEntry(entry);
        entries.write(file.getValue());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> theyRun() throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(FOLDER)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    assertThat(jars).isNotEmpty();
    return jars.stream()
        .map(jar -> DynamicTest.dynamicTest(jar.getFileName().toString(), () -> run(jar)));
  }

  private static void run(Path jar) throws Exception {
    try (URLClassLoader classes =
        new URLClassLoader(
            new URL[] {jar.toUri().toURL()}, ClassesOfReleasesTest.class.getClassLoader())) {
      Class<?> type = classes.loadClass("golden.Analyst");
      Object weather =
          classes.loadClass("golden.Analyst$Weather").getDeclaredConstructor().newInstance();
      Calls calls = new Calls(classes, gateway.gatewayz().create(type, weather));
      gateway.answer("Yes.");
      calls.text();
      calls.pieces();
      calls.objects();
    }
  }

  /** Calls every prompt. */
  private record Calls(ClassLoader classes, Object client) {

    Object call(String name, Object... arguments) throws ReflectiveOperationException {
      for (var method : classes.loadClass("golden.Analyst").getMethods()) {
        if (method.getName().equals(name)) {
          return method.invoke(client, arguments);
        }
      }
      throw new NoSuchMethodException(name);
    }

    Object create(String type, Object... arguments) throws ReflectiveOperationException {
      return classes.loadClass(type).getDeclaredConstructors()[0].newInstance(arguments);
    }

    void text() throws Exception {
      assertThat(call("text", "kind", List.of("a", "b"))).isEqualTo("Yes.");
      assertThat(gateway.request())
          .contains(
              "{\"role\":\"system\",\"content\":\"You are kind.\"}",
              "Sum up a; b;",
              "\"temperature\":0.5",
              "\"reasoning_effort\":\"low\"",
              "\"top_k\":40");
      Object row = create("golden.Analyst$Row", "x", 1.5);
      Object order = create("golden.Analyst$Order", 7, new BigDecimal("1.10"), List.of(row));
      CallOptions options = CallOptions.builder().maxTokens(9).build();
      CompletableFuture<?> future = (CompletableFuture<?>) call("future", order, "n", options);
      assertThat(future.join()).isEqualTo("Yes.");
      assertThat(gateway.request())
          .contains("\\\"total\\\":1.10", "<untrusted:", "\"max_tokens\":9")
          .doesNotContain("\"role\":\"system\"");
      List<Message> before = List.of(Message.user("u"), Message.assistant("a"));
      Completion<?> completion =
          (Completion<?>) call("history", "kind", before, Optional.of("why"));
      assertThat(completion.value()).isEqualTo("Yes.");
      assertThat(gateway.request()).contains("\"content\":\"u\"", "Go on: why");
      assertThat(call("tools")).isEqualTo("Yes.");
      assertThat(gateway.request()).contains("\"name\":\"weather\"", "\"tool_choice\":\"auto\"");
    }

    void pieces() throws Exception {
      assertThat(call("publisher")).isInstanceOf(Flow.Publisher.class);
      List<Object> chunks = new ArrayList<>();
      AnswerStream<?> stream = (AnswerStream<?>) call("chunks");
      assertThat(stream.forEach(chunks::add).join().value()).isEqualTo("Yes.");
      assertThat(chunks).isNotEmpty().allMatch(ChatChunk.class::isInstance);
      try (Stream<?> text = (Stream<?>) call("stream")) {
        assertThat(text.map(String::valueOf)).containsExactly("Yes.");
      }
      gateway.forget();
    }

    void objects() throws Exception {
      gateway.answer(
          """
          {"title":"T","stars":3,"day":"2030-01-02","note":null,\
          "rows":[{"name":"r","amount":1}],"verdict":"GOOD"}""");
      assertThat(call("report"))
          .hasToString(
              "Report[title=T, stars=3, day=2030-01-02, note=Optional.empty,"
                  + " rows=[Row[name=r, amount=1.0]], verdict=GOOD]");
      assertThat(gateway.request()).contains("\"json_schema\"");
      gateway.answer("{\"value\":{\"a\":1}}");
      assertThat(((Completion<?>) call("counts")).value()).isEqualTo(Map.of("a", 1));
      gateway.answer("{\"value\":\"BAD\"}");
      assertThat(((CompletableFuture<?>) call("verdict")).join()).hasToString("BAD");
      gateway.answer("{\"value\":[{\"name\":\"r\",\"amount\":1}]}");
      try (Stream<?> rows = (Stream<?>) call("rows")) {
        assertThat(rows.map(String::valueOf)).containsExactly("Row[name=r, amount=1.0]");
      }
      gateway.forget();
    }
  }
}
