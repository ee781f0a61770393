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
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A sealed interface of records is written as it is read: what a template or a tool shows of a
 * value makes the same value as an answer.
 */
class UnionJsonTest {
  private static final Pattern CONTENT =
      Pattern.compile("\"role\":\"(?:tool|user)\"[^{]*?\"content\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final String TYPES =
      """
      package run;
      import com.fasterxml.jackson.annotation.*;
      import dev.gatewayz.annotation.*;
      import java.math.BigDecimal;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      interface Types {
        sealed interface Shape {}
        record Circle(double radius) implements Shape {}
        record Square(@JsonProperty("type") int side, Mood mood) implements Shape {}
        record Group(List<Shape> parts) implements Shape {}
        record Nothing() implements Shape {}
        enum Mood { @JsonProperty("very good") GOOD }

        sealed interface Node<T> permits Leaf, Fork {}
        record Leaf<T>(T value) implements Node<T> {}
        record Fork<T>(Node<T> left, @Nullable Node<T> right) implements Node<T> {}
        record Box<T>(Node<T> node) {}

        sealed interface Deep permits Deeper, Flat {}
        sealed interface Deeper extends Deep permits Deepest, Deepish {}
        record Deepest(int d) implements Deeper {}
        record Deepish() implements Deeper {}
        record Flat(String f) implements Deep {}

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@kind")
        @JsonSubTypes(@JsonSubTypes.Type(value = Dog.class, name = "dog"))
        sealed interface Pet {}
        record Dog(String name, @JsonIgnore Optional<String> pin) implements Pet {}
        @JsonTypeName("a cat") record Cat(@JsonProperty("lives_left") int lives) implements Pet {}

        sealed interface Event { @JsonProperty String type(); @JsonProperty String more(); }
        record Started(int at) implements Event {
          public String type() { return "started"; }
          public String more() { return "m"; }
        }

        sealed interface Only { record One(Shape shape, Shape other) implements Only {} }
        sealed interface Unit { record Void() implements Unit {} }

        record Holder(Shape shape, Pet[] pets, Optional<Shape> maybe, Optional<Shape> none,
            @Nullable Pet pet, List<Optional<Deep>> deep, Map<String, Node<BigDecimal>> nodes, Only only) {
          @Override public boolean equals(Object other) {
            return other instanceof Holder holder && holder.toString().equals(toString());
          }
          @Override public int hashCode() { return 0; }
          @Override public String toString() {
            return "" + shape + Arrays.toString(pets) + maybe + none + pet + deep + nodes + only;
          }
        }
      """;

  private record Case(String type, String value, String json) {
    String java() {
      return value.replace('\'', '"');
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case("Shape", "new Circle(2)", "{'kind':'Circle','radius':2.0}"),
          new Case("Shape", "new Nothing()", "{'kind':'Nothing'}"),
          new Case(
              "Shape",
              "new Group(List.of(new Square(1, Mood.GOOD), new Group(List.of(new Nothing()))))",
              "{'kind':'Group','parts':[{'kind':'Square','type':1,'mood':'very good'},"
                  + "{'kind':'Group','parts':[{'kind':'Nothing'}]}]}"),
          new Case(
              "Node<String>",
              "new Fork<>(new Leaf<>('a'), null)",
              "{'type':'Fork','left':{'type':'Leaf','value':'a'},'right':null}"),
          new Case(
              "Box<Deep>",
              "new Box<>(new Leaf<>(new Deepest(3)))",
              "{'node':{'type':'Leaf','value':{'type':'Deepest','d':3}}}"),
          new Case(
              "List<Deep>",
              "List.of(new Deepest(3), new Flat('f'), new Deepish())",
              "[{'type':'Deepest','d':3},{'type':'Flat','f':'f'},{'type':'Deepish'}]"),
          new Case("Deeper", "new Deepish()", "{'type':'Deepish'}"),
          new Case(
              "Map<String, Pet>",
              "new TreeMap<>(Map.of('a', new Dog('Rex', Optional.empty()), 'b', new Cat(7)))",
              "{'a':{'@kind':'dog','name':'Rex'},'b':{'@kind':'a cat','lives_left':7}}"),
          new Case("Optional<Pet>", "Optional.of(new Cat(7))", "{'@kind':'a cat','lives_left':7}"),
          new Case("Event", "new Started(1)", "{'type':'Started','at':1,'more':'m'}"),
          new Case("Unit", "new Unit.Void()", "{'type':'Void'}"),
          new Case(
              "Holder",
              "new Holder(new Circle(1), new Pet[] {new Cat(1)}, Optional.of(new Nothing()),"
                  + " Optional.empty(), null, List.of(Optional.of(new Flat(''))),"
                  + " Map.of('n', new Leaf<>(new BigDecimal('1.50'))),"
                  + " new Only.One(new Nothing(), new Circle(1)))",
              "{'shape':{'kind':'Circle','radius':1.0},'pets':[{'@kind':'a cat','lives_left':1}],"
                  + "'maybe':{'kind':'Nothing'},'none':null,'pet':null,"
                  + "'deep':[{'type':'Flat','f':''}],"
                  + "'nodes':{'n':{'type':'Leaf','value':1.50}},"
                  + "'only':{'type':'One','shape':{'kind':'Nothing'},"
                  + "'other':{'kind':'Circle','radius':1.0}}}"));

  private static String source() {
    StringBuilder prompts = new StringBuilder();
    StringBuilder tools = new StringBuilder();
    for (int i = 0; i < CASES.size(); i++) {
      Case one = CASES.get(i);
      prompts.append(
          """
          @GatewayzPrompt("{{value}}") String show%1$d(@Json %2$s value);
          @GatewayzPrompt(value = "Go.", strict = false) %2$s ask%1$d();
          """
              .formatted(i, one.type()));
      tools.append(
          "@GatewayzTool(\"Shows.\") public static %s tool%d() { return %s; }\n"
              .formatted(one.type(), i, one.java()));
    }
    return TYPES
        + """
        @GatewayzClient(model = "gatewayz/a/b") interface Shown {
          @GatewayzPrompt("{{value}}") String nullable(@Json @Nullable Shape value);
          @GatewayzPrompt("{{value}}") String wild(@Json List<? extends Node<? extends CharSequence>> value);
          @GatewayzPrompt(value = "Go.", tools = Shows.class) String go();
          %s
        }
        class Shows {
          static Object wild() { return List.of(new Leaf<>("a")); }
          %s
        }
        }
        """
            .formatted(prompts, tools);
  }

  /** All in one compilation, which is what takes the time. */
  private static final class Compiled {
    static final Compilation ALL =
        new Compilation.Setup().options("-Xlint:-processing").compile(source());
  }

  private static Generated client(Gatewayz gatewayz) {
    return Generated.withTools(
        Compiled.ALL, "run.GatewayzTypes_Shown", gatewayz, "run.Types$Shows");
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenIsReadAsTheSame() {
    return IntStream.range(0, CASES.size())
        .mapToObj(i -> DynamicTest.dynamicTest(CASES.get(i).value(), () -> check(i)));
  }

  private static void check(int number) {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz gatewayz =
            Gatewayz.builder().apiKey("test").apiBase(gateway.apiBase()).noProxy().build()) {
      Generated client = client(gatewayz);
      String json = CASES.get(number).json();
      Object value = client.callStatic("run.Types$Shows", "tool" + number);
      gateway.reply(
          Reply.toolCalls(new FunctionCall("tool" + number, "{}")),
          Reply.text("Done."),
          Reply.text("Done."));
      client.call("go");
      gateway.takeRequest();
      assertThat(contents(gateway).get(1)).as("tool").isEqualTo(json);
      client.call("show" + number, value);
      String shown = contents(gateway).get(0);
      assertThat(shown).as("template").isEqualTo(json);

      boolean isObject = CASES.get(number).type().matches("Box<.*|Holder");
      String answer = isObject ? shown : "{'value':" + shown + "}";
      gateway.reply(Reply.text(answer.replace('\'', '"')));
      assertThat(client.call("ask" + number)).isEqualTo(value);
    }
  }

  @Test
  void theEclipseCompilerMakesTheSame() {
    Compilation eclipse =
        new Compilation.Setup()
            .compiler(new EclipseCompiler(), "--release", "17", "-proceedOnError")
            .compile(source());
    assertThat(eclipse.success()).as(eclipse.log()).isTrue();
    assertThat(eclipse.sources()).isEqualTo(Compiled.ALL.sources());
  }

  @Test
  void nothingIsNull() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz gatewayz =
            Gatewayz.builder().apiKey("test").apiBase(gateway.apiBase()).noProxy().build()) {
      Generated client = client(gatewayz);
      gateway.reply(Reply.text("Done."), Reply.text("Done."));
      client.call("nullable", (Object) null);
      assertThat(contents(gateway)).containsExactly("null");
      client.call("wild", client.callStatic("run.Types$Shows", "wild"));
      assertThat(contents(gateway)).containsExactly("[{'type':'Leaf','value':'a'}]");
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
