package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Thousands of prompts that are wrong at random compile, or fail with messages of this processor
 * only: generated code never fails to compile, and nothing fails inside the processor.
 */
class MutationTest {
  private static final int BATCHES = 25;
  private static final int INTERFACES = 100;
  private static final String[] TAGS = {
    "{{text}}",
    "{{count}}",
    "{{#items}}{{.}}{{/items}}",
    "{{person.name}}",
    "{{#person}}",
    "{{/person}}",
    "{{^maybe}}",
    "{{/maybe}}",
    "{{#maybe}}{{.}}{{/maybe}}",
    "{{maybe}}",
    "{{nothing}}",
    "{{person.nothing}}",
    "{{#map}}{{key}}{{text}}{{/map}}",
    "{{map.key}}",
    "{{#yes}}",
    "{{/yes}}",
    "{{#nullable}}{{nullable}}{{/nullable}}",
    "{{nullable}}",
    "{{.}}",
    "{{#person.friends}}{{name}}{{#friends}}{{name}}{{/friends}}{{/person.friends}}",
    "{{! c }}",
    "{{=<% %>=}}<%text%><%={{ }}=%>",
    "{{",
    "}}",
    "{{#count}}",
    "{{/count}}",
    "\\n",
    "  ",
    "x",
    "{{{text}}}",
    "{{&text}}",
    "{{person}}",
    "{{array.length}}",
    "{{#array}}{{.}}{{/array}}",
    "{{^array}}{{/array}}",
    "{{#map.entrySet}}{{key}}={{value}}{{/map.entrySet}}",
    "{{> nope}}",
    "{{#items.isEmpty}}",
    "{{/items.isEmpty}}",
    "{{json}}",
    "{{#json.friends}}{{.}}{{/json.friends}}"
  };
  private static final String[] PARAMETERS = {
    "String text",
    "int count",
    "java.util.List<String> items",
    "Person person",
    "java.util.Optional<String> maybe",
    "java.util.Map<String, Integer> map",
    "boolean yes",
    "@org.jspecify.annotations.Nullable String nullable",
    "double[] array",
    "@Json Person json",
    "@Untrusted String rendering",
    "dev.gatewayz.CallOptions client",
    "java.util.List<dev.gatewayz.chat.Message> value",
    "dev.gatewayz.chat.Image item",
    "@Var(\"class\") String class_",
    "@Json java.util.List<Person> people",
    "Object object"
  };
  private static final String[] RETURNS = {
    "String",
    "String",
    "String",
    "java.util.concurrent.CompletableFuture<String>",
    "void",
    "int",
    "java.util.concurrent.Flow.Publisher<String>",
    "dev.gatewayz.Completion<String>",
    "Person",
    "java.util.stream.Stream<String>"
  };
  private static final String[] SETTINGS = {
    "",
    "",
    "",
    ", temperature = 3",
    ", n = 2",
    ", maxTokens = 5",
    ", system = \"{{text}}\"",
    ", model = \"a\"",
    ", stop = {\"\"}",
    ", untrustedInSystem = \"x\"",
    ", system = \" \"",
    ", examples = @Example(user = \"{{text}}\", assistant = \"{{count}}\")",
    ", resource = \"a\""
  };

  @TestFactory
  Stream<DynamicTest> mutantsCompileOrFailWithCodes() {
    return Stream.iterate(0, i -> i + 1)
        .limit(BATCHES)
        .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(new Random(seed))));
  }

  private static void check(Random random) {
    List<String> sources = new ArrayList<>();
    sources.add(
        "package run; record Person(String name, int age, java.util.List<Person> friends) {}");
    for (int i = 0; i < INTERFACES; i++) {
      sources.add(mutant(random, i));
    }
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-Xmaxerrs", "10000")
            .compile(sources.toArray(String[]::new));
    for (Diagnostic<?> diagnostic : compilation.diagnostics()) {
      String message = diagnostic.getMessage(Locale.ROOT);
      assertThat(message).startsWith("[GZ").doesNotContain("GZ9");
    }
    recompile(compilation, sources);
  }

  /** Errors end a compilation before generated code is looked at, so it is looked at by itself. */
  private static void recompile(Compilation first, List<String> sources) {
    List<String> all = new ArrayList<>(sources);
    all.addAll(first.sources().values());
    Compilation second =
        new Compilation.Setup()
            .replacingOptions("-proc:none", "-Xlint:all", "-Werror")
            .processors()
            .compile(all.toArray(String[]::new));
    assertThat(second.log()).isEmpty();
  }

  private static String mutant(Random random, int number) {
    StringBuilder template = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      template.append(TAGS[random.nextInt(TAGS.length)]).append(random.nextBoolean() ? " " : "");
    }
    List<String> parameters = new ArrayList<>();
    for (String parameter : PARAMETERS) {
      String name = parameter.substring(parameter.lastIndexOf(' ') + 1);
      boolean isUsed = template.toString().contains(name);
      if (isUsed ? random.nextInt(20) > 0 : random.nextInt(12) == 0) {
        parameters.add(parameter);
      }
    }
    return """
        package run;
        import dev.gatewayz.annotation.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Mutant%d {
          @SuppressWarnings({"GZ2003", "GZ2014", "GZ4009"})
          @GatewayzPrompt(value = "%s"%s) %s call(%s);
        }
        """
        .formatted(
            number,
            template,
            SETTINGS[random.nextInt(SETTINGS.length)],
            RETURNS[random.nextInt(RETURNS.length)],
            String.join(", ", parameters));
  }
}
