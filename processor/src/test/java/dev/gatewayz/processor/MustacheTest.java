package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.PromptOverrides;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cases of the Mustache specification, each as a prompt with typed parameters, from the
 * template to the request that is sent.
 */
class MustacheTest {
  private static final List<String> MODULES =
      List.of("comments", "delimiters", "interpolation", "inverted", "partials", "sections");

  /** What is different here, and why. */
  private static final Map<String, String> BY_DESIGN =
      Map.of(
          "interpolation: HTML Escaping", "a prompt is not HTML",
          "interpolation: Implicit Iterators - HTML Escaping", "a prompt is not HTML",
          "sections: Implicit Iterator - HTML Escaping", "a prompt is not HTML",
          "partials: Failed Lookup", "a partial that does not exist is a mistake");

  private static final Map<String, MustacheCase> CASES = new LinkedHashMap<>();

  @TempDir static Path templates;
  private static RecordingGateway gateway;
  private static Gatewayz overriding;
  private static Compilation compilation;
  private static ClassLoader loader;

  @BeforeAll
  static void compile() throws IOException {
    gateway = new RecordingGateway();
    List<String> sources = new ArrayList<>();
    Map<String, String> overrides = new LinkedHashMap<>();
    for (String module : MODULES) {
      String json = Fixtures.read(Fixtures.file("mustache/" + module + ".json"));
      for (Object test : JsonTree.list(JsonTree.object(JsonTree.parse(json)).get("tests"))) {
        String name = module + ": " + JsonTree.object(test).get("name");
        MustacheCase mustache = new MustacheCase("Case" + CASES.size(), JsonTree.object(test));
        CASES.put(name, mustache);
        if (!name.equals("partials: Failed Lookup")) {
          sources.add(mustache.source());
          if (!mustache.template().isBlank()) {
            overrides.put(
                "mustache.Case" + (CASES.size() - 1) + ".render", lines(name, mustache.template()));
          }
          writePartials(mustache, "Case" + (CASES.size() - 1));
        }
      }
    }
    compilation =
        new Compilation.Setup()
            .replacingOptions("-Agatewayz.templates=" + templates, "-Agatewayz.overrides=true")
            .compile(sources.toArray(String[]::new));
    loader = compilation.load(new URLClassLoader(new URL[] {templates.toUri().toURL()}));
    overriding =
        Gatewayz.builder()
            .apiKey("test")
            .apiBase(gateway.apiBase())
            .promptOverrides(PromptOverrides.of(overrides))
            .build();
  }

  @AfterAll
  static void stop() {
    overriding.close();
    gateway.close();
  }

  private static void writePartials(MustacheCase mustache, String folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>(mustache.partials());
    if (!files.isEmpty()) {
      files.put("main", mustache.template());
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = templates.resolve(folder).resolve(file.getKey() + ".mustache");
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @Test
  void theSpecificationIsWhole() {
    assertThat(CASES).hasSize(136);
    assertThat(CASES).containsKeys(BY_DESIGN.keySet().toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsSentAsItIsSpecified() {
    assertThat(compilation.success()).as(compilation.log()).isTrue();
    return CASES.keySet().stream()
        .filter(name -> !BY_DESIGN.containsKey(name))
        .map(name -> DynamicTest.dynamicTest(name, () -> assertRenders(name, expected(name))));
  }

  /** Lines of files end alike on every machine, whatever version control made of them. */
  private static String expected(String name) {
    return lines(name, CASES.get(name).expected());
  }

  private static String lines(String name, String text) {
    return name.startsWith("partials") ? text.replace("\r\n", "\n") : text;
  }

  @Test
  void nothingIsEscapedForHtml() throws ReflectiveOperationException {
    for (String name : BY_DESIGN.keySet()) {
      if (BY_DESIGN.get(name).equals("a prompt is not HTML")) {
        String expected =
            CASES
                .get(name)
                .expected()
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        assertRenders(name, expected);
      }
    }
  }

  /** What comes out blank is not sent at all, because the gateway would refuse it. */
  private static void assertRenders(String name, String expected)
      throws ReflectiveOperationException {
    if (expected.isBlank()) {
      assertThatThrownBy(() -> render(name))
          .hasRootCauseMessage(
              "The user message of the prompt mustache.Case"
                  + List.copyOf(CASES.keySet()).indexOf(name)
                  + ".render is blank.");
    } else {
      assertThat(render(name)).isEqualTo(expected);
    }
  }

  private static String render(String name) throws ReflectiveOperationException {
    int number = List.copyOf(CASES.keySet()).indexOf(name);
    Method call =
        Class.forName("mustache.Case" + number + "$Caller", true, loader)
            .getDeclaredMethod("call", Gatewayz.class);
    call.setAccessible(true);
    call.invoke(null, gateway.gatewayz());
    String request = gateway.request();
    call.invoke(null, overriding);
    assertThat(gateway.request()).as("the same template, read at run time").isEqualTo(request);
    return JsonTree.content(request, 0);
  }
}
