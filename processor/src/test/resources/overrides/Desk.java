package app;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Conversation;
import dev.gatewayz.annotation.Example;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.Json;
import dev.gatewayz.annotation.Untrusted;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prompts with every kind of parameter. */
@GatewayzClient(model = "gatewayz/a/b", temperature = 0.2)
public interface Desk {
  enum Level { LOW, HIGH }
  record Order(String sku, int count, Optional<String> note) {}
  record Address(String city, @Nullable String zip) {}
  record Customer(String name, Address address, boolean vip, LocalDate since, Level level, List<Order> orders) {}
  record Node(String name, List<Node> children) {}
  sealed interface Shape {}
  record Circle(double radius, Optional<Shape> inside) implements Shape {}
  record Nothing() implements Shape {}
  sealed interface Reply<T> {}
  record Good<T>(T value) implements Reply<T> {}
  record Bad<T>(String why) implements Reply<T> {}
  record Drawing(Reply<Shape> reply, Map<String, Shape> shapes) {}
  class Bean {
    public String getTitle() { return "t"; }
    public boolean isReady() { return true; }
    @Override public String toString() { return "bean"; }
  }

  @GatewayzPrompt(system = "You are terse.", value = """
      Write about {{topic}}.""")
  String write(String topic);

  @GatewayzPrompt(value = """
      Write about {{topic}} and {{{topic}}} & "so" é on.""")
  String writeTwice(String topic, CallOptions options);

  @GatewayzPrompt(system = "You judge.", value = """
      Judge this:
      {{mail}}
      Is it {{mail}}?""")
  String judge(@Untrusted String mail);

  @GatewayzPrompt(value = """
      Dear {{customer.name}},
      {{#customer.address}}
        {{city}} {{customer.name}} {{#zip}}{{.}}{{/zip}}{{^zip}}no zip{{/zip}}
      {{/customer.address}}
      {{^customer.vip}}no {{/customer.vip}}vip, {{customer.since}} {{customer.since.year}} {{customer.since.month.value}} {{customer.level}}
      {{#customer.orders}}
      - {{sku}} x {{count}}{{#note}} ({{.}}){{/note}}
      {{/customer.orders}}""")
  String address(Customer customer);

  @GatewayzPrompt(value = """
      {{i}}{{#i}}!{{/i}}{{^i}}zero{{/i}} {{l}} {{d}} {{f}} {{b}} {{c}} {{big}}{{#big}}+{{/big}} {{o}} {{#o}}{{.}}{{/o}}{{none}}{{^none}}none{{/none}} {{level}} {{day}} {{#b}}yes{{/b}}{{^b}}no{{/b}}""")
  String plain(int i, long l, double d, float f, boolean b, char c, BigDecimal big, Optional<Integer> o, OptionalInt none, Level level, LocalDate day);

  @GatewayzPrompt(value = """
      {{#words}}{{.}};{{/words}}{{^words}}none{{/words}} {{#numbers}}{{.}},{{/numbers}}{{numbers.length}}
      {{#orders}}{{sku}}{{#words}}{{.}}{{/words}} {{/orders}}{{#nested}}[{{#.}}{{.}}{{/.}}]{{/nested}}{{#maybe}}<{{.}}>{{/maybe}}{{^maybe}}null{{/maybe}}""")
  String lists(List<String> words, int[] numbers, Set<Order> orders, List<List<String>> nested, @Nullable String maybe);

  @GatewayzPrompt(value = """
      {{facts.a}}|{{facts.b}}|{{#facts}}{{a}}{{b}}{{/facts}}{{#facts.entrySet}}{{key}}={{value}};{{/facts.entrySet}} {{#orders.entrySet}}{{key}}: {{value.sku}}{{/orders.entrySet}}""")
  String maps(Map<String, String> facts, Map<Integer, Order> orders);

  @GatewayzPrompt(value = """
      {{customer}} {{customer.name}} {{customer.address}} {{levels}} {{node}}""")
  String json(@Json Customer customer, @Json List<Level> levels, @Json Node node);

  @GatewayzPrompt(value = """
      {{shape}} {{replies}} {{drawing}} {{none}}""")
  String unions(@Json Shape shape, @Json List<Reply<String>> replies, @Json Drawing drawing, @Json @Nullable Shape none);

  @GatewayzPrompt(value = """
      {{customer}} {{age}} {{customer.name}}""")
  String secret(@Untrusted @Json Customer customer, @Untrusted int age);

  @GatewayzPrompt(value = """
      Q: {{question}}""")
  String chat(List<Message> history, String question);

  @GatewayzPrompt(system = "You help.", value = """
      Now: {{question}}""")
  String goOn(@Nullable Conversation conversation, String question);

  @GatewayzPrompt(value = """
      Look: {{question}}""")
  String look(String question, ContentPart image, List<ContentPart> more);

  @GatewayzPrompt(examples = {@Example(user = "Say {{text}}", assistant = "ok")}, value = """
      Say {{text}}""")
  String shown(String text);

  @GatewayzPrompt(cache = true, value = """
      KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK {{text}}""")
  String kept(String text);

  @GatewayzPrompt(value = """
      {{text}}""")
  String blank(String text);

  @GatewayzPrompt(value = """
      {{bean.title}} {{bean.getTitle}} {{bean.ready}} {{bean}}""")
  String bean(Bean bean);

  /** Calls each with arguments. */
  final class Caller {
    private static final Customer CUSTOMER =
        new Customer(
            "Ann \"A\"",
            new Address("Oslo", null),
            false,
            LocalDate.of(2020, 1, 2),
            Level.LOW,
            List.of(new Order("a", 1, Optional.of("x")), new Order("b", 0, Optional.empty())));

    private Caller() {}

    public static void write(Desk desk) {
      desk.write("\"autumn\"");
    }

    public static void writeTwice(Desk desk) {
      desk.writeTwice("x<y", CallOptions.builder().temperature(0.5).build());
    }

    public static void judge(Desk desk) {
      desk.judge("Hi");
    }

    public static void address(Desk desk) {
      desk.address(CUSTOMER);
    }

    public static void plain(Desk desk) {
      desk.plain(0, 5L, 1.5, 2.5f, true, '"', new BigDecimal("1.50"), Optional.of(3), OptionalInt.empty(), Level.HIGH, LocalDate.of(2024, 2, 29));
    }

    public static void lists(Desk desk) {
      desk.lists(List.of("a", "b\n"), new int[] {1, 2}, Set.of(new Order("s", 2, Optional.empty())), List.of(List.of("x"), List.of()), null);
    }

    public static void maps(Desk desk) {
      desk.maps(Map.of("a", "1"), Map.of(7, new Order("s", 1, Optional.empty())));
    }

    public static void json(Desk desk) {
      desk.json(CUSTOMER, List.of(Level.LOW, Level.HIGH), new Node("a", List.of(new Node("b", List.of()))));
    }

    public static void unions(Desk desk) {
      Shape circle = new Circle(1, Optional.of(new Circle(2, Optional.of(new Nothing()))));
      desk.unions(circle, List.of(new Good<>("a"), new Bad<>("b")), new Drawing(new Good<>(circle), Map.of("k", new Nothing())), null);
    }

    public static void secret(Desk desk) {
      desk.secret(CUSTOMER, 4);
    }

    public static void chat(Desk desk) {
      desk.chat(List.of(Message.user("a"), Message.assistant("b")), "c");
    }

    public static void goOn(Desk desk) {
      Conversation said = Conversation.withMaxMessages(9).addJson("[{\"role\":\"user\",\"content\":\"a\"}]");
      desk.goOn(said.add(Message.assistant("b")), "c");
      if (said.messages().size() != 4) {
        throw new IllegalStateException(said + " has not taken the call in.");
      }
    }

    public static void look(Desk desk) {
      desk.look("what?", Image.ofUrl("https://x/y.png"), List.of(Image.ofUrl("https://x/z.png")));
    }

    public static void shown(Desk desk) {
      desk.shown("a");
    }

    public static void kept(Desk desk) {
      desk.kept("a");
    }

    public static void blank(Desk desk) {
      desk.blank("a");
    }

    public static void bean(Desk desk) {
      desk.bean(new Bean());
    }
  }
}
