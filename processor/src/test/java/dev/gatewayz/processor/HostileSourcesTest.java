package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources that ask too much end in a message or a client; the limits only catch what never ends.
 */
class HostileSourcesTest {
  private static final Duration ENDLESS = Duration.ofMinutes(2);

  @TempDir Path folder;

  private static String client(String members) {
    return """
        package run;
        import dev.gatewayz.annotation.*;
        import java.util.*;
        @GatewayzClient(model = "gatewayz/a/b")
        interface Caller {
        %s
        }
        """
        .formatted(members);
  }

  private static Compilation compile(String... sources) {
    return inTime(() -> new Compilation.Setup().options("-Xlint:-rawtypes").compile(sources));
  }

  private static Compilation inTime(Supplier<Compilation> compilation) {
    return Assertions.assertTimeoutPreemptively(ENDLESS, compilation::get);
  }

  private Compilation template(String text) throws IOException {
    Files.writeString(folder.resolve("large.mustache"), text);
    return inTime(
        () ->
            new Compilation.Setup()
                .options("-Agatewayz.templates=" + folder)
                .compile(
                    client("@GatewayzPrompt(resource = \"large.mustache\") String a(String x);")));
  }

  private static String numbered(int count, String format, String separator) {
    return IntStream.range(0, count)
        .mapToObj(i -> format.replace("#", String.valueOf(i)))
        .collect(Collectors.joining(separator));
  }

  @Test
  void tenThousandSectionsInEachOther() throws IOException {
    Compilation compilation = template("{{#x}}".repeat(10_000) + "{{/x}}".repeat(10_000));
    assertThat(compilation.codes()).contains("GZ2019");
  }

  @Test
  void tenThousandSectionsThatAreNeverClosed() throws IOException {
    assertThat(template("{{#x}}".repeat(10_000)).codes()).isNotEmpty().doesNotContain("GZ9001");
  }

  @Test
  void tenThousandSectionsBesideEachOther() throws IOException {
    assertThat(template("{{#x}}a{{/x}}".repeat(10_000)).codes()).doesNotContain("GZ9001");
  }

  @Test
  void aTemplateOfFiveMegabytes() throws IOException {
    Compilation compilation = template("0123456789abcde\n".repeat(330_000) + "{{x}}");
    assertThat(compilation.codes()).doesNotContain("GZ9001");
    assertThat(compilation.success() || !compilation.codes().isEmpty()).isTrue();
  }

  @Test
  void anEnumOfTwoThousandConstants() {
    Compilation compilation =
        compile(
            client(
                "enum Many { "
                    + numbered(2_000, "@Describe(\"c#\") C#", ", ")
                    + " }\n@GatewayzPrompt(value = \"Go.\", strict = false) Many a();"));
    assertThat(compilation.log()).isEmpty();
  }

  @Test
  void twoThousandConstantsBesideThePrompts() {
    assertThat(
            compile(
                    client(
                        numbered(2_000, "String C# = \"{{x}}\";", "\n")
                            + "@GatewayzPrompt(C7) String a(String x);"))
                .log())
        .isEmpty();
  }

  @Test
  void typesThatContainThemselvesWithEverLongerArguments() {
    String[] types = {
      "record N<T>(T value, Optional<N<List<T>>> next) {}",
      "record N<T>(T value, Optional<N<Map<String, T>>> next) {}",
      "record P<A, B>(A a, B b) {} record N<T>(T value, Optional<N<P<T, T>>> next) {}",
      "record N<T>(T value, Optional<N<N<T>>> next) {}",
    };
    for (String type : types) {
      assertThat(
              compile(
                      client(
                          type + "@GatewayzPrompt(value = \"Go.\", strict = false) N<String> a();"))
                  .codes())
          .as(type)
          .isNotEmpty()
          .doesNotContain("GZ9001");
      assertThat(
              compile(client(type + "@GatewayzPrompt(\"{{n}}\") String a(@Json N<String> n);"))
                  .codes())
          .as(type)
          .containsExactly("GZ3007");
      assertThat(
              compile(
                      client(
                          type
                              + "class Box { @GatewayzTool(\"x\") public N<String> b() { return null; } }"
                              + "@GatewayzPrompt(value = \"Go.\", tools = Box.class) String a();"))
                  .codes())
          .as(type)
          .containsExactly("GZ7007");
    }
  }

  @Test
  void twentyRecordsThatContainEachOther() {
    String components = numbered(20, "List<R#> c#", ", ");
    String all =
        IntStream.range(0, 20)
            .mapToObj(i -> "record R" + i + "(" + components + ") {}")
            .collect(Collectors.joining("\n"));
    assertThat(compile(client(all + "@GatewayzPrompt(\"Go.\") R0 a();")).log()).isEmpty();
    String required = all.replaceAll("List<(R\\d+)>", "$1");
    assertThat(compile(client(required + "@GatewayzPrompt(\"Go.\") R0 a();")).codes())
        .contains("GZ5006");
  }

  @Test
  void levelsAreCountedFromWhereATypeIsDefined() {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      records.append("record R").append(i).append("(R").append(i + 1).append(" next) {}\n");
    }
    String end = "record R10(String x) {}\n";
    assertThat(compile(client(records + end + "@GatewayzPrompt(\"Go.\") R0 a();")).codes())
        .containsExactly("GZ5005");
    assertThat(compile(client(records + end + "@GatewayzPrompt(\"Go.\") R1 a();")).log()).isEmpty();
    String twice = "record Two(R5 a, R5 b) {} record R(Two next) {}\n";
    assertThat(compile(client(records + end + twice + "@GatewayzPrompt(\"Go.\") R a();")).log())
        .isEmpty();
  }

  @Test
  void cyclicGenericsAndInheritance() {
    Compilation compilation =
        compile(
            client(
                """
                interface Self<T extends Self<T>> { T getSelf(); String getName(); }
                class One implements Self<One> {
                  public One getSelf() { return this; }
                  public String getName() { return ""; }
                }
                abstract class Node<T extends Comparable<? super T> & Iterable<T>, N extends Node<T, N>> {
                  public N getNext() { return null; }
                  public T getValue() { return null; }
                }
                @GatewayzPrompt("{{one.self.self.name}}") String a(One one);
                @GatewayzPrompt("{{#n.next.next.value}}{{.}}{{/n.next.next.value}}")
                String b(Node<?, ?> n);
                """));
    assertThat(compilation.codes()).doesNotContain("GZ9001");
  }

  @Test
  void typesThatDoNotExistAnywhere() {
    Compilation compilation =
        compile(
            client(
                """
                record Gone(Missing a, List<Lost> b, Map<String, ? extends Away> c) {}
                class Tools extends Nowhere<Lost> { @GatewayzTool("x") public Missing b(Lost a) { return null; } }
                @GatewayzPrompt(value = "{{a.b.c}}", tools = { Tools.class, Never.class })
                Gone a(@Json Missing a, Lost... b);
                @GatewayzPrompt(Nothing.TEXT) List<? super Lost> c(Gone<String> d);
                @Unknown @GatewayzPrompt(value = "x", temperature = NOT) Missing.Inner e();
                """));
    assertThat(compilation.success()).isFalse();
    assertThat(compilation.codes()).doesNotContain("GZ9001");
  }

  @Test
  void variantsOfOtherTypeArgumentsAreSaid() {
    Compilation compilation =
        compile(
            client(
                """
                sealed interface Result<T> {
                  record Ok<T>(T value) implements Result<T> {}
                  record Err(String why) implements Result<Void> {}
                }
                @GatewayzPrompt("Go.") Result<String> a();
                """));
    assertThat(compilation.codes()).containsExactly("GZ5004");
    assertThat(compilation.log()).contains("it is no Result<String>");
  }
}
