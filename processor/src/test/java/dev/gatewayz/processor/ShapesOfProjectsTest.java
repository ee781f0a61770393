package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Types in the shapes that projects and libraries have, as parameters, JSON and tool results. */
class ShapesOfProjectsTest {
  @AutoClose private static final RecordingGateway gateway = new RecordingGateway();

  private static final String TYPES =
      """
      package run;
      import java.io.IOException;
      import java.io.InputStream;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.*;
      class Types {
        // A page of a repository.
        record Page<T>(List<T> content, int number, long total, boolean last) {}
        interface Identified<K extends Comparable<K>> { K getId(); }
        static abstract class Entity<K extends Comparable<K>> implements Identified<K> {
          protected K id;
          private final Instant created = Instant.EPOCH;
          @Override public K getId() { return id; }
          public void setId(K id) { this.id = id; }
          public Instant getCreated() { return created; }
        }
        enum Status {
          OPEN("o") { @Override String label() { return "Open"; } }, SHUT("s");
          private final String code;
          Status(String code) { this.code = code; }
          public String getCode() { return code; }
          String label() { return name(); }
        }
        static final class Order extends Entity<Long> {
          { id = 7L; }
          private Status status = Status.OPEN;
          private final List<Line> lines = List.of(new Line("a", new BigDecimal("1.50"), 2));
          private final Map<String, String> labels = Map.of("k", "v");
          public Status getStatus() { return status; }
          public List<Line> getLines() { return lines; }
          public Map<String, String> getLabels() { return labels; }
          public Optional<String> getNote() { return Optional.empty(); }
          public boolean isPaid() { return true; }
          @Override public boolean equals(Object o) { return o == this; }
          @Override public int hashCode() { return 1; }
        }
        record Line(String sku, BigDecimal price, int count) {
          Line { if (count < 0) throw new IllegalArgumentException(); }
          static Line of(String sku) { return new Line(sku, BigDecimal.ONE, 1); }
          BigDecimal total() { return price.multiply(BigDecimal.valueOf(count)); }
        }
        // A builder and accessors without "get".
        static final class Person {
          private final String name;
          private final List<String> tags;
          private Person(Builder builder) { this.name = builder.name; this.tags = builder.tags; }
          public static Builder builder() { return new Builder(); }
          public String name() { return name; }
          public List<String> tags() { return tags; }
          static final class Builder {
            private String name = "";
            private final List<String> tags = new ArrayList<>();
            Builder name(String name) { this.name = name; return this; }
            Person build() { return new Person(this); }
          }
        }
        // What a data class of Kotlin is in a class file.
        static final class Data {
          private final String title;
          private final int size;
          Data(String title, int size) { this.title = title; this.size = size; }
          public final String getTitle() { return title; }
          public final int getSize() { return size; }
          public final String component1() { return title; }
          public final int component2() { return size; }
          public final Data copy(String title, int size) { return new Data(title, size); }
          public static Data copy$default(Data self, String title, int size, int mask, Object o) {
            return self;
          }
        }
        // A part of an upload: some of its getters throw, others do not.
        interface Upload {
          String getName();
          long getSize();
          byte[] getBytes() throws IOException;
          InputStream getInputStream() throws IOException;
          boolean isEmpty();
        }
        // An answer of a web framework.
        static class Reply<T> {
          private final T body; private final Map<String, List<String>> headers;
          Reply(T body) { this.body = body; this.headers = Map.of("a", List.of("b")); }
          public T getBody() { return body; }
          public Map<String, List<String>> getHeaders() { return headers; }
          public int getStatus() { return 200; }
        }
        static class Fields { public String a = "x"; public int[] b = {1, 2}; protected String c; }
        interface View { String getFirst(); default String getFull() { return getFirst() + "!"; } }
        record Times(LocalDate day, Duration length, ZoneId zone, Year year, UUID id) {}
        sealed interface Payment permits Card, Cash {}
        record Card(String number, YearMonth until) implements Payment {}
        record Cash(BigDecimal amount) implements Payment {}
        record Tree<T>(T value, List<Tree<T>> children) {}
        record Pair<A, B>(A first, B second) {}
        record Summary(
            String text, List<Pair<String, Integer>> counts, Payment payment, Times times,
            Optional<Status> status, Tree<String> tree, Page<Line> page) {}

        static class Shop {
          @dev.gatewayz.annotation.GatewayzTool("x") public Order order(long id) { return new Order(); }
          @dev.gatewayz.annotation.GatewayzTool("x") public Page<Line> lines(Status status) { return null; }
          @dev.gatewayz.annotation.GatewayzTool("x") public Reply<List<Order>> reply(Payment p) { return null; }
          @dev.gatewayz.annotation.GatewayzTool("x") public Optional<Data> data(Times times) { return null; }
          @dev.gatewayz.annotation.GatewayzTool("x") public Map<String, Fields> fields(Line line) { return null; }
          @dev.gatewayz.annotation.GatewayzTool("x") public Tree<Line> tree(List<Pair<String, Line>> p) { return null; }
          @dev.gatewayz.annotation.GatewayzTool("x") public View view() throws IOException { return null; }
        }
      }
      """;

  private static final String CALLER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      import java.util.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller {
        @GatewayzPrompt("{{order.id}} {{order.status}} {{order.status.code}} {{order.status.label}}"
            + "{{#order.lines}} {{sku}} {{total}}{{/order.lines}} {{order.labels.k}}"
            + "{{^order.note}}none{{/order.note}}{{#order.paid}}paid{{/order.paid}} {{order.created}}")
        String order(Types.Order order);
        @GatewayzPrompt("{{p.name}}{{#p.tags}}{{.}}{{/p.tags}} {{d.title}} {{d.component2}}")
        String people(Types.Person p, Types.Data d);
        @GatewayzPrompt("{{u.name}} {{u.size}}{{#u.empty}}empty{{/u.empty}} {{v.full}} {{f.a}}{{#f.b}}{{.}}{{/f.b}}")
        String web(Types.Upload u, Types.View v, Types.Fields f);
        @GatewayzPrompt("{{a}} {{b}} {{c}} {{d}} {{e}} {{g}}")
        String json(
            @Json Types.Order a, @Json Types.Page<Types.Line> b, @Json Types.Reply<Types.Data> c,
            @Json Types.Fields d, @Json Types.Tree<String> e, @Json Map<String, List<Types.Data>> g);
        @GatewayzPrompt("Go.") Types.Summary summary();
        @GatewayzPrompt("Go.") List<Types.Pair<String, Types.Pair<Integer, Types.Line>>> pairs();
        @GatewayzPrompt(value = "Go.", tools = Types.Shop.class) String shop();
      }
      """;

  @Test
  void allCompileUnderAllWarningsAndRun() {
    Compilation compilation =
        new Compilation.Setup().options("-Xdoclint:all/public").compile(TYPES, CALLER);
    assertThat(compilation.log()).isEmpty();
    Generated client =
        Generated.withTools(
            compilation, "run.GatewayzCaller", gateway.gatewayz(), "run.Types$Shop");
    client.call("order", client.create("run.Types$Order"));
    assertThat(JsonTree.content(gateway.request(), 0))
        .isEqualTo("7 OPEN o Open a 3.00 vnonepaid 1970-01-01T00:00:00Z");
    Object data = client.create("run.Types$Data", "t", 3);
    Object line = client.create("run.Types$Line", "a", new java.math.BigDecimal("1.50"), 2);
    client.call(
        "json",
        client.create("run.Types$Order"),
        client.create("run.Types$Page", List.of(line), 1, 1L, true),
        client.create("run.Types$Reply", data),
        client.create("run.Types$Fields"),
        client.create("run.Types$Tree", "x", List.of()),
        Map.of("k", List.of(data)));
    assertThat(JsonTree.content(gateway.request(), 0))
        .contains(
            "{\"content\":[{\"sku\":\"a\",\"price\":1.50,\"count\":2}],\"number\":1,\"total\":1,\"last\":true}",
            "{\"title\":\"t\",\"size\":3}",
            "{\"value\":\"x\",\"children\":[]}",
            "{\"k\":[{\"title\":\"t\",\"size\":3}]}");
  }
}
