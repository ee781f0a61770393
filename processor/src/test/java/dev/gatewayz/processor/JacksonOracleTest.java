package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is annotated for Jackson is shown to a model as Jackson itself writes it, but that what is
 * {@code null} is {@code null}.
 */
class JacksonOracleTest {
  private static final String TYPES =
      """
      package run;
      import com.fasterxml.jackson.annotation.*;
      import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
      import java.util.*;
      import tools.jackson.databind.PropertyNamingStrategies;
      import tools.jackson.databind.annotation.*;
      import tools.jackson.databind.ser.std.ToStringSerializer;
      class Types {
        record User(String name, String pin) {}
        static class Owned {
          @JsonIgnoreProperties("pin") public User getOwner() { return new User("Ann", "s3cret"); }
          @JsonIncludeProperties("name") public List<User> getOthers() { return List.of(getOwner()); }
          @JsonIgnoreProperties({"pin", "name2"}) public User[] getMore() { return new User[] {getOwner()}; }
          @JsonIgnoreProperties("pin") public Map<String, User> all = Map.of("a", getOwner());
          public User getPlain() { return new User("Bob", "0"); }
          static Object of() { return new Owned(); }
        }
        record Component(@JsonIgnoreProperties("pin") User user, @JsonIncludeProperties("name") Optional<User> no) {
          static Object of() { return new Component(new User("a", "s3cret"), Optional.of(new User("", ""))); }
        }
        static class Tree {
          private final String secret;
          private final List<Tree> children;
          Tree(String secret, List<Tree> children) { this.secret = secret; this.children = children; }
          public String getSecret() { return secret; }
          @JsonIgnoreProperties("children") public List<Tree> getChildren() { return children; }
          static Object of() { return new Tree("a", List.of(new Tree("b", List.of(new Tree("c", List.of()))))); }
        }
        static class Endless {
          @JsonIgnoreProperties("secret") public @org.jspecify.annotations.Nullable Endless next;
          public String secret;
          Endless(Endless next, String secret) { this.next = next; this.secret = secret; }
          static Object of() { return new Endless(new Endless(new Endless(null, "s3cret"), "s3cret"), "a"); }
        }
        @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
        @JsonIgnoreProperties({"pass_word", "someHTMLPage"})
        static class Snake {
          public String getFirstName() { return "a"; }
          public String getPassWord() { return "s3cret"; }
          @JsonProperty("asItIs") public String getOther() { return "b"; }
          public int getAX() { return 1; }
          public int getX1() { return 1; }
          static Object of() { return new Snake(); }
        }
        @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
        record Kebab(String firstName, int someHTMLPage, int a, int aBC) {
          static Object of() { return new Kebab("a", 1, 2, 3); }
        }
        @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
        record Upper(String firstName, int x) { static Object of() { return new Upper("a", 1); } }
        @JsonNaming(PropertyNamingStrategies.UpperSnakeCaseStrategy.class)
        record Shout(String firstName, int x) { static Object of() { return new Shout("a", 1); } }
        @JsonNaming(PropertyNamingStrategies.LowerCaseStrategy.class)
        record Lower(String firstName, int x) { static Object of() { return new Lower("a", 1); } }
        @JsonNaming(PropertyNamingStrategies.LowerDotCaseStrategy.class)
        record Dots(String firstName, int someHTMLPage) { static Object of() { return new Dots("a", 1); } }
        static class Inherits extends Snake {
          public String getLastName() { return "c"; }
          static Object of() { return new Inherits(); }
        }
        @JsonAutoDetect(getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE,
            fieldVisibility = Visibility.ANY)
        static class Fields {
          private final String name = "a";
          final int size = 3;
          public String getName() { return name; }
          public int getSize() { return size; }
          public String getSecret() { return "s3cret"; }
          public boolean isSecretToo() { return true; }
          static Object of() { return new Fields(); }
        }
        @JsonAutoDetect(getterVisibility = Visibility.NONE)
        static class Marked {
          @JsonProperty public String getName() { return "a"; }
          public String getSecret() { return "s3cret"; }
          public boolean isFlag() { return true; }
          public int open = 1;
          static Object of() { return new Marked(); }
        }
        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
        @JacksonAnnotationsInside @JsonIgnore @interface Sensitive {}
        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
        @JacksonAnnotationsInside @JsonIgnoreProperties("pin") @interface Guarded {}
        @Guarded static class Bundled {
          public String getName() { return "a"; }
          public String getPin() { return "s3cret"; }
          @Sensitive public String getHash() { return "s3cret"; }
          @Sensitive public String hash2 = "s3cret";
          static Object of() { return new Bundled(); }
        }
        static class Created {
          private final String name; private final String pin;
          @JsonCreator Created(@JsonProperty("name") String name,
              @JsonProperty(value = "pin", access = JsonProperty.Access.WRITE_ONLY) String pin) {
            this.name = name; this.pin = pin;
          }
          public String getName() { return name; }
          public String getPin() { return pin; }
          static Object of() { return new Created("a", "s3cret"); }
        }
        static class Setter {
          public String getName() { return "a"; }
          public String getPin() { return "s3cret"; }
          @JsonIgnore public void setPin(String pin) {}
          static Object of() { return new Setter(); }
        }
        static class Parent {
          public String getName() { return "a"; }
          @JsonBackReference public Parent getBack() { return this; }
          @java.beans.Transient public String getCache() { return "s3cret"; }
          static Object of() { return new Parent(); }
        }
        static class Base { @JsonIgnore public String getHash() { return "s3cret"; } public int getA() { return 1; } }
        static class Derived extends Base {
          @Override public String getHash() { return "s3cret"; }
          static Object of() { return new Derived(); }
        }
        @JsonIgnoreType static class Secret { public String getPin() { return "s3cret"; } }
        static class Holder {
          public Secret getSecret() { return new Secret(); }
          public int getA() { return 1; }
          @JsonSerialize(using = ToStringSerializer.class) public String getText() { return "b"; }
          static Object of() { return new Holder(); }
        }
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        record Sparse(String there, @org.jspecify.annotations.Nullable String gone) {
          static Object of() { return new Sparse("a", null); }
        }
        record Value(@JsonValue String text, String other) { static Object of() { return new Value("a", "b"); } }
        interface Coded { @JsonValue String code(); }
        enum Level implements Coded {
          HIGH("h"), LOW("l") { @Override public String toString() { return "x"; } };
          private final String code;
          Level(String code) { this.code = code; }
          @Override public String code() { return code; }
        }
        enum Hidden {
          ONE(1);
          @JsonValue private final int number;
          Hidden(int number) { this.number = number; }
          public int getNumber() { return number; }
        }
        enum Off { @JsonProperty("off!") OFF; @JsonValue(false) public int number() { return 1; } }
        static class Tags extends ArrayList<String> {
          @JsonValue public Map<String, Level> joined() { return Map.of(String.join("+", this), Level.LOW); }
        }
        record Wrapped(Level level, List<Hidden> hidden, Optional<Level> maybe, Off off, Tags tags, Map<String, Level> map) {
          static Object of() {
            Tags tags = new Tags();
            tags.add("a");
            tags.add("b");
            return new Wrapped(Level.LOW, List.of(Hidden.ONE), Optional.of(Level.HIGH), Off.OFF, tags,
                Map.of("k", Level.HIGH));
          }
        }
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
        @JsonSubTypes({@JsonSubTypes.Type(value = Dog.class, name = "dog"), @JsonSubTypes.Type(Cat.class)})
        sealed interface Pet {}
        @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) @JsonTypeName("unused")
        record Dog(String firstName, @JsonIgnore String pin) implements Pet {}
        @JsonTypeName("a cat") record Cat(Optional<Pet> friend, String pin) implements Pet {}
        record Zoo(Pet one, @JsonIgnoreProperties("pin") List<Pet> pets, Map<String, Pet> map) {
          static Object of() {
            Pet cat = new Cat(Optional.of(new Dog("Rex", "s3cret")), "1");
            return new Zoo(cat, List.of(cat, new Dog("Max", "s3cret")), Map.of("k", cat));
          }
        }
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
        sealed interface Move permits Up, Down {
          static Object of() { return new Up(new Down()); }
        }
        @JsonTypeName("up") record Up(Move then) implements Move {}
        @JsonTypeName("down") record Down() implements Move {}
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
        sealed interface Unnamed permits First, Second { static Object of() { return new First(new Second()); } }
        record First(Unnamed then) implements Unnamed {}
        record Second() implements Unnamed {}
        @JsonPropertyOrder({"reason", "last"})
        record Ordered(int answer, String last, @JsonProperty("why") String reason, int more) {
          static Object of() { return new Ordered(1, "l", "r", 2); }
        }
        record Indexed(int answer, @JsonProperty(index = 2) String second,
            @JsonProperty(value = "1st", index = 1) String first, int more) {
          static Object of() { return new Indexed(1, "b", "a", 2); }
        }
        @JsonPropertyOrder("more")
        record Both(int answer, @JsonProperty(index = 0) String first, int more) {
          static Object of() { return new Both(1, "a", 2); }
        }
        @JsonPropertyOrder(alphabetic = true)
        static class Alphabetic {
          public String getZ() { return "z"; }
          public String getA() { return "a"; }
          @JsonSetter("m") public void setOther(String other) {}
          public String getOther() { return "o"; }
          static Object of() { return new Alphabetic(); }
        }
      }
      """;

  private static final List<String> NAMES =
      List.of(
          "Owned",
          "Component",
          "Tree",
          "Endless",
          "Snake",
          "Kebab",
          "Upper",
          "Shout",
          "Lower",
          "Dots",
          "Inherits",
          "Fields",
          "Marked",
          "Bundled",
          "Created",
          "Setter",
          "Parent",
          "Derived",
          "Holder",
          "Sparse",
          "Value",
          "Wrapped",
          "Zoo",
          "Move",
          "Unnamed",
          "Ordered",
          "Indexed",
          "Both",
          "Alphabetic");
  private static final Set<String> IN_ORDER = Set.of("Ordered", "Indexed", "Both", "Alphabetic");

  private static final JsonMapper JACKSON = JsonMapper.builder().build();

  @AutoClose private static final RecordingGateway gateway = new RecordingGateway();

  private static Compilation compile() {
    StringBuilder prompts = new StringBuilder();
    for (String name : NAMES) {
      prompts.append(
          "@GatewayzPrompt(\"{{value}}\") String show%1$s(@Json Types.%1$s value);\n"
              .formatted(name));
    }
    return new Compilation.Setup()
        .replacingOptions()
        .compile(
            TYPES,
            "package run; import dev.gatewayz.annotation.*;\n"
                + "@GatewayzClient(model = \"gatewayz/a/b\")\ninterface Caller {\n"
                + prompts
                + "}");
  }

  @TestFactory
  Stream<DynamicTest> objectsAreWrittenAsJacksonDoes() {
    Generated client = Generated.of(compile(), "run.GatewayzCaller", gateway.gatewayz());
    return NAMES.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(client, name)));
  }

  private static void check(Generated client, String name) {
    Object value = client.callStatic("run.Types$" + name, "of");
    client.call("show" + name, value);
    JsonNode ours = JACKSON.readTree(JsonTree.content(gateway.request(), 0));
    JsonNode theirs = JACKSON.readTree(JACKSON.writeValueAsString(value));
    assertThat(withoutNull(ours)).isEqualTo(withoutNull(theirs));
    if (IN_ORDER.contains(name)) {
      assertThat(ours.propertyNames()).containsExactlyElementsOf(theirs.propertyNames());
    }
  }

  private static JsonNode withoutNull(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.forEach(JacksonOracleTest::withoutNull);
    return node;
  }
}
