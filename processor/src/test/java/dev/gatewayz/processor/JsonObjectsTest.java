package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects are the same JSON wherever they are shown: in a template, and as what a tool returns. */
class JsonObjectsTest {
  private static final Pattern CONTENT =
      Pattern.compile("\"role\":\"(?:tool|user)\"[^{]*?\"content\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Annotations of libraries that need not be there, as these declare them. */
  private static final String[] LIBRARIES = {
    """
    package com.google.gson.annotations;
    public @interface SerializedName { String value(); }
    """,
    """
    package com.google.gson.annotations;
    public @interface Expose { boolean serialize() default true; boolean deserialize() default true; }
    """,
    "package jakarta.json.bind.annotation; public @interface JsonbTransient {}",
    "package jakarta.json.bind.annotation; public @interface JsonbProperty { String value(); }"
  };

  private static final String TYPES =
      """
      package run;
      import com.fasterxml.jackson.annotation.*;
      import com.google.gson.annotations.*;
      import dev.gatewayz.annotation.*;
      import jakarta.json.bind.annotation.*;
      import java.nio.file.Path;
      import java.util.*;
      interface Types {
        class Person {
          public String getName() { return "Ann"; }
          @Override public String toString() { return "Person(name=Ann)"; }
        }
        enum Mood { @JsonProperty("very good") GOOD, @SerializedName("so so") MIDDLE, BAD;
          @Override public String toString() { return "mood"; } }
        enum Sign { PLUS("+"), MINUS("-");
          @JsonValue private final String text;
          Sign(String text) { this.text = text; }
          public String getText() { return text; } }
        record Signed(Sign sign) {}
        interface Secretive { @JsonIgnore String getHash(); }
        @JsonIgnoreProperties("cellar")
        class User implements Secretive {
          @JsonIgnore private String key = "s3cret";
          @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) private String pin = "s3cret";
          public transient String cache = "s3cret";
          @JsonProperty("full_name") private String name = "Ann";
          public String getHash() { return "s3cret"; }
          public String getKey() { return key; }
          public String getPin() { return pin; }
          public String getName() { return name; }
          public String getCellar() { return "s3cret"; }
          @JsonbTransient public String getRoom() { return "s3cret"; }
          @Expose(serialize = false) public String attic = "s3cret";
          @JsonbProperty("s") public String getStreet() { return "Elm"; }
          @JsonProperty int floor() { return 3; }
        }
        record Card(@JsonProperty("full_name") String name, @JsonIgnore String pin, Mood mood) {}
        record Cup(@SerializedName("size_ml") int size, Person owner, Map<String, Person> others) {}
        @JsonIncludeProperties("open") record Chosen(String open, String closed) {}
        class Money {
          @JsonValue @Override public String toString() { return "3 EUR"; }
          public long getCents() { return 300; }
        }
        record Bill(Money total, List<Money> parts) {}
        class Failed extends RuntimeException {
          private static final long serialVersionUID = 1;
          Failed() { super("no"); }
        }
        record Files(Path path, List<Path> paths, byte[] bytes, char[] chars, float[] floats,
            boolean[] flags, short[][] grid) {}
        sealed interface Mixed { String getName(); }
        record Simple(String getName, int other) implements Mixed {}
        final class Complex implements Mixed { public String getName() { return "c"; } }
        class Node {
          public Optional<Node> getNext() { return Optional.empty(); }
          @Override public String toString() { return "Node"; }
        }
      """;

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("Person", "new Person()", "{'name':'Ann'}"),
        Arguments.of("List<Person>", "List.of(new Person())", "[{'name':'Ann'}]"),
        Arguments.of("Optional<Person>", "Optional.of(new Person())", "{'name':'Ann'}"),
        Arguments.of("User", "new User()", "{'full_name':'Ann','s':'Elm','floor':3}"),
        Arguments.of(
            "Card",
            "new Card('Ann', 's3cret', Mood.GOOD)",
            "{'full_name':'Ann','mood':'very good'}"),
        Arguments.of(
            "List<Mood>",
            "List.of(Mood.GOOD, Mood.MIDDLE, Mood.BAD)",
            "['very good','so so','BAD']"),
        Arguments.of("Map<String, Sign>", "Map.of('a', Sign.PLUS)", "{'a':'+'}"),
        Arguments.of("List<Signed>", "List.of(new Signed(Sign.MINUS))", "[{'sign':'-'}]"),
        Arguments.of(
            "Cup",
            "new Cup(3, new Person(), Map.of('b', new Person()))",
            "{'size_ml':3,'owner':{'name':'Ann'},'others':{'b':{'name':'Ann'}}}"),
        Arguments.of("Chosen", "new Chosen('a', 's3cret')", "{'open':'a'}"),
        Arguments.of(
            "Bill",
            "new Bill(new Money(), List.of(new Money()))",
            "{'total':'3 EUR','parts':['3 EUR']}"),
        Arguments.of("List<Failed>", "List.of(new Failed())", "['run.Types$Failed: no']"),
        Arguments.of(
            "Files",
            "new Files(Path.of('a'), List.of(Path.of('b')), new byte[] {1}, new char[] {'x'},"
                + " new float[] {1.5f}, new boolean[] {true}, new short[][] {{2}})",
            "{'path':'a','paths':['b'],'bytes':[1],'chars':['x'],'floats':[1.5],'flags':[true],"
                + "'grid':[[2]]}"),
        Arguments.of("List<Path>", "List.of(Path.of('a', 'b'))", "['a/b']"),
        Arguments.of("byte[]", "new byte[] {1, 2}", "[1,2]"),
        Arguments.of("char[]", "new char[] {'x'}", "['x']"),
        Arguments.of("Mixed", "new Simple('a', 1)", "{'name':'a'}"),
        Arguments.of("Node", "new Node()", "{'next':null}"));
  }

  /** All in one compilation, which is what takes the time. */
  private static final class Compiled {
    static final Compilation ALL = compile();

    private static Compilation compile() {
      StringBuilder prompts = new StringBuilder();
      StringBuilder tools = new StringBuilder();
      List<Arguments> values = values().toList();
      for (int i = 0; i < values.size(); i++) {
        Object type = values.get(i).get()[0];
        String value = String.valueOf(values.get(i).get()[1]).replace("{'x'}", "{(char) 120}");
        prompts.append(
            "@GatewayzPrompt(\"{{value}}\") String show%d(@Json %s value);\n".formatted(i, type));
        tools.append(
            "@GatewayzTool(\"Shows.\") public static %s tool%d() { return %s; }\n"
                .formatted(type, i, value.replace('\'', '"')));
      }
      String source =
          TYPES
              + "@GatewayzClient(model = \"gatewayz/a/b\") interface Shown {\n"
              + prompts
              + "@GatewayzPrompt(value = \"Go.\", tools = Shows.class) String go();\n"
              + "}\nclass Shows {\n"
              + tools
              + "}\n}\n";
      List<String> sources = new ArrayList<>(List.of(LIBRARIES));
      sources.add(source);
      return new Compilation.Setup().replacingOptions().compile(sources.toArray(String[]::new));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void anObjectIsItsPropertiesInTemplatesAndInResultsOfTools(
      String type, String value, String json) {
    int number =
        IntStream.range(0, (int) values().count())
            .filter(i -> values().toList().get(i).get()[0].equals(type))
            .findFirst()
            .orElseThrow();
    try (MockGateway gateway = MockGateway.start();
        Gatewayz gatewayz =
            Gatewayz.builder().apiKey("test").apiBase(gateway.apiBase()).noProxy().build()) {
      Generated client =
          Generated.withTools(Compiled.ALL, "run.GatewayzTypes_Shown", gatewayz, "run.Types$Shows");
      gateway.reply(
          Reply.toolCalls(new FunctionCall("tool" + number, "{}")),
          Reply.text("Done."),
          Reply.text("Done."));
      client.call("go");
      gateway.takeRequest();
      assertThat(contents(gateway).get(1)).as("tool").isEqualTo(json);
      client.call("show" + number, client.callStatic("run.Types$Shows", "tool" + number));
      assertThat(contents(gateway).get(0)).as("template").isEqualTo(json);
    }
  }

  private static List<String> contents(MockGateway gateway) {
    List<String> contents = new ArrayList<>();
    Matcher matcher = CONTENT.matcher(gateway.takeRequest().bodyText());
    while (matcher.find()) {
      contents.add(matcher.group(1).replace("\\\"", "'"));
    }
    return contents;
  }
}
