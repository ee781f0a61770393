package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** Whatever users call their types, constants, parameters and components, their clients compile. */
class NamesTest {
  private static final Pattern IMPORT = Pattern.compile("\\bimport .*\\.(\\w+);");
  private static final Pattern VARIABLE = Pattern.compile("(?<![.\\w])([a-z]\\w*)(?=\\.| =| ->)");

  private static final Set<String> NAMES = names();
  private static final Set<String> CLASSES =
      NAMES.stream()
          .filter(name -> Character.isUpperCase(name.charAt(0)) && !name.startsWith("Gatewayz"))
          .collect(Collectors.toCollection(TreeSet::new));

  static {
    CLASSES.addAll(Set.of("Client", "Prompt", "Tool", "Generated", "Tools", "Flow", "Map", "POS"));
    CLASSES.addAll(Set.of("Boolean", "Override", "Answer", "Record", "NLP", "MY_MOOD", "GO"));
  }

  private static final String USES =
      """
      enum MyMood { GOOD, @dev.gatewayz.annotation.Describe("no") BAD }
      enum MyState { A, B }
      sealed interface MyShape permits MyRound, MySquare {}
      record MyRound(double radius, MyState state, MyMood mood) implements MyShape {}
      record MySquare(@dev.gatewayz.annotation.Pattern("a+") java.lang.String side)
          implements MyShape {}
      record MyPart(MyState state, java.util.Optional<MyMood> mood) {}
      record MyWhole(
          java.net.URI uri,
          java.time.Instant at,
          java.util.List<MyMood> moods,
          java.util.Optional<MyState> state,
          java.util.OptionalInt count,
          int[] numbers,
          java.util.List<MyShape> shapes,
          @org.jspecify.annotations.Nullable MyMood last) {}
      class MyFinder {
        @dev.gatewayz.annotation.GatewayzTool("finds")
        public java.util.List<MyPart> find(java.lang.String text, MyMood mood) {
          return null;
        }
        @dev.gatewayz.annotation.GatewayzTool("waits")
        public java.util.concurrent.CompletableFuture<java.lang.Void> pause(int times) {
          return null;
        }
        @dev.gatewayz.annotation.GatewayzTool(
            value = "counts", fatal = java.lang.IllegalStateException.class)
        public static int count(MyMood mood) {
          return 1;
        }
      }
      @dev.gatewayz.annotation.GatewayzPrompt(
          value = "{{a}}{{#b}}{{.}}{{/b}}{{^c}}no{{/c}}{{#f}}yes{{/f}}{{d}}{{e}}",
          system = "Be {{a}}.",
          tools = MyFinder.class)
      @dev.gatewayz.annotation.DeadlineMillis(total = 500)
      MyWhole myAsk(
          java.lang.String a,
          java.util.List<java.lang.String> b,
          boolean c,
          @dev.gatewayz.annotation.Json MyPart d,
          @dev.gatewayz.annotation.Untrusted @dev.gatewayz.annotation.Json MyPart[] e,
          java.lang.Boolean f,
          dev.gatewayz.CallOptions g,
          dev.gatewayz.chat.Message... h);
      @dev.gatewayz.annotation.GatewayzPrompt("Go.")
      java.util.concurrent.Flow.Publisher<java.lang.String> myFlow();
      @dev.gatewayz.annotation.GatewayzPrompt("Go.")
      MyMood myMood();
      """;

  private static String client(String name, String members) {
    return """
        package run;
        @dev.gatewayz.annotation.GatewayzClient(model = "gatewayz/a/b")
        interface %s {
        %s
        }
        """
        .formatted(name, members);
  }

  private static void compiles(String... sources) {
    Compilation compilation =
        new Compilation.Setup().options("-Xlint:-auxiliaryclass").compile(sources);
    assertThat(compilation.log()).isEmpty();
    assertThat(compilation.success()).isTrue();
  }

  private static String each(Set<String> names, String format) {
    return names.stream().map(name -> format.formatted(name)).collect(Collectors.joining("\n"));
  }

  private static Set<String> without(Set<String> names, String... others) {
    Set<String> left = new TreeSet<>(names);
    left.removeAll(Set.of(others));
    return left;
  }

  private static String prompts(Set<String> names, String template, String parameter) {
    List<String> prompts = new ArrayList<>();
    List<String> all = new ArrayList<>(names);
    for (int i = 0; i < all.size(); i += 20) {
      List<String> some = all.subList(i, Math.min(all.size(), i + 20));
      prompts.add(
          "@dev.gatewayz.annotation.GatewayzPrompt(\""
              + some.stream().map(template::formatted).collect(Collectors.joining())
              + "\") java.lang.String prompt"
              + i
              + "("
              + some.stream().map(parameter::formatted).collect(Collectors.joining(", "))
              + ");");
    }
    return String.join("\n", prompts);
  }

  @Test
  void parameters() {
    compiles(client("Caller", prompts(NAMES, "{{%s}}", "java.lang.String %s")));
    compiles(
        client(
            "Caller",
            prompts(
                NAMES,
                "{{#%1$s}}{{.}}{{/%1$s}}",
                "java.util.@org.jspecify.annotations.Nullable List<java.lang.String> %s")));
  }

  @Test
  void components() {
    String components =
        without(NAMES, "toString", "hashCode", "getClass", "wait", "notify").stream()
            .map("Mood %s"::formatted)
            .collect(Collectors.joining(", "));
    compiles(
        client(
            "Caller",
            "enum Mood { A, B }\nrecord Whole("
                + components
                + ") {}\n"
                + "@dev.gatewayz.annotation.GatewayzPrompt(\"Go {{w}}.\") Whole go("
                + "@dev.gatewayz.annotation.Json Whole w);"));
  }

  @Test
  void argumentsOfTools() {
    List<String> tools = new ArrayList<>();
    for (String name : NAMES) {
      tools.add(
          "@dev.gatewayz.annotation.GatewayzTool(\"x\") public void tool%1$s(Mood %1$s, Mood in) {}"
              .formatted(name)
              .replace("in, Mood in", "in"));
    }
    for (int i = 0; i < tools.size(); i += 100) {
      List<String> some = tools.subList(i, Math.min(tools.size(), i + 100));
      compiles(
          client(
              "Caller",
              "enum Mood { A, B }\nclass Work {\n"
                  + String.join("\n", some)
                  + "\n}\n@dev.gatewayz.annotation.GatewayzPrompt(value = \"Go.\","
                  + " tools = Work.class) java.lang.String go();"));
    }
  }

  @Test
  void prompts() {
    compiles(
        client(
            "Caller",
            each(
                    without(NAMES, "toString", "hashCode", "getClass", "wait", "notify", "clone"),
                    "@dev.gatewayz.annotation.GatewayzPrompt(\"Go.\") Mood %s();")
                + "enum Mood { A, B }"));
  }

  @Test
  void constants() {
    compiles(client("Caller", each(CLASSES, "java.lang.String %s = \"\";") + USES));
    for (String root : List.of("dev", "java", "org")) {
      compiles(
          client("Caller", "String " + root + " = \"\";" + USES.replace("MyFinder.count", "")));
    }
  }

  @Test
  void typesInTheInterface() {
    compiles(client("Caller", each(without(CLASSES, "Caller"), "class %s {}") + USES));
    compiles(
        client(
            "Caller",
            each(without(CLASSES, "Caller"), "class %s {}")
                + each(CLASSES, "java.lang.String %s = \"\";")
                + USES));
  }

  @Test
  void typesInThePackage() {
    Set<String> types = without(CLASSES, "Caller");
    List<String> sources = new ArrayList<>(List.of(client("Caller", USES)));
    types.forEach(type -> sources.add("package run; \nclass " + type + " {}"));
    compiles(sources.toArray(String[]::new));
    sources.set(0, client("Caller", each(types, "class %s {}") + USES));
    compiles(sources.toArray(String[]::new));
  }

  @Test
  void typesOfPackageAndInterfaceAreToldApart() {
    compiles(
        client(
            "Caller",
            """
            enum Mood { A }
            record Answer(Mood inner, run.Mood outer) {}
            @dev.gatewayz.annotation.GatewayzPrompt("Go {{inner}} {{outer}}.")
            Answer ask(Mood inner, run.Mood outer);
            @dev.gatewayz.annotation.GatewayzPrompt("Go.") run.Answer other();
            """),
        "package run;\nenum Mood { B }",
        "package run;\nrecord Answer(Mood mood) {}");
  }

  @Test
  void typesOfAnswers() {
    Set<String> types = without(CLASSES, "Caller");
    types.addAll(Set.of("in", "in2", "v", "value", "client", "rendering", "tool", "topic"));
    String components =
        types.stream()
            .map(type -> type + " " + type.toLowerCase(Locale.ROOT) + "_" + type)
            .collect(Collectors.joining(", "));
    compiles(
        client(
            "Caller",
            each(types, "enum %1$s { A, B }\nrecord R%1$s(%1$s %1$s) {}")
                + "record Whole("
                + components
                + ") {}\n"
                + "@dev.gatewayz.annotation.GatewayzPrompt(\"Go.\") Whole go();"
                + types.stream()
                    .map(
                        type ->
                            "@dev.gatewayz.annotation.GatewayzPrompt(\"{{%1$s}}\") R%1$s go%1$s(%1$s %1$s);"
                                .formatted(type))
                    .collect(Collectors.joining("\n"))));
  }

  @Test
  void classesOfTools() {
    Set<String> all = without(CLASSES, "Caller");
    all.addAll(Set.of("Java", "Dev", "in", "client", "gatewayz", "tools", "mood"));
    List<String> types = List.copyOf(all);
    StringBuilder members = new StringBuilder("enum Kind { A }\n");
    for (int i = 0; i < types.size(); i++) {
      members.append(
          """
          class %1$s {
            @dev.gatewayz.annotation.GatewayzTool("x") public static void a%2$d(Kind mood) {}
            @dev.gatewayz.annotation.GatewayzTool("x") public Kind b%2$d(Kind %1$s) { return %1$s; }
          }
          @dev.gatewayz.annotation.GatewayzPrompt(value = "Go {{tools}}.", tools = %1$s.class)
          java.lang.String go%2$d(java.lang.String tools);
          @dev.gatewayz.annotation.GatewayzPrompt("Go.")
          java.lang.String %3$s();
          """
              .formatted(types.get(i), i, "_" + types.get(i)));
    }
    compiles(client("Caller", members.toString()));
  }

  @Test
  void interfacesThatWouldHideAnnotationsAreRefused() throws IOException {
    Set<String> own = new TreeSet<>();
    for (String home : List.of("annotations:annotation", "runtime:codegen", "runtime:")) {
      String folder = home.replace(":", "/src/main/java/dev/gatewayz/");
      try (Stream<Path> files = Files.list(Path.of("..", folder))) {
        files.map(Fixtures::name).filter(name -> name.startsWith("Gatewayz")).forEach(own::add);
      }
    }
    own.remove("Gatewayz");
    Set<String> refused = new TreeSet<>();
    List<String> names = new ArrayList<>(List.of("GatewayzRendering", "GatewayzCaller"));
    names.addAll(own);
    for (String client : names) {
      String name = client.substring("Gatewayz".length());
      Compilation compilation =
          Compilation.javac(
              client(
                  name, "@dev.gatewayz.annotation.GatewayzPrompt(\"Go.\") java.lang.String go();"));
      if (!compilation.success()) {
        assertThat(compilation.codes()).containsExactly("GZ1020");
        refused.add(client);
      }
    }
    assertThat(refused).isEqualTo(own);
  }

  /** Names of types and variables in what is generated for the good fixtures. */
  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Path file : Fixtures.in("golden")) {
      String code = withoutTexts(Fixtures.read(file));
      for (Pattern pattern : List.of(IMPORT, VARIABLE)) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
    }
    names.removeIf(name -> !SourceVersion.isName(name));
    return names;
  }

  /** A loop, for expressions run out of stack where a text is long. */
  private static String withoutTexts(String code) {
    StringBuilder out = new StringBuilder();
    boolean isText = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        isText = !isText;
      } else if (isText && c == '\\') {
        i++;
      } else if (!isText) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
