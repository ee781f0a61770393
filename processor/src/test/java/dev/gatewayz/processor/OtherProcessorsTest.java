package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.value.processor.AutoValueProcessor;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.immutables.processor.ProxyProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mapstruct.ap.MappingProcessor;

/** Types that other processors make, in whatever order they run. */
class OtherProcessorsTest {
  private static final String ORDER =
      """
      package run;
      import com.fasterxml.jackson.annotation.JsonIgnore;
      import java.util.*;
      import org.immutables.value.Value;
      import tools.jackson.databind.annotation.JsonSerialize;
      @Value.Immutable
      @JsonSerialize(as = ImmutableOrder.class)
      interface Order {
        String id();
        List<String> lines();
        Optional<String> note();
        @JsonIgnore String pin();
        default int size() { return lines().size(); }
      }
      """;
  private static final String MAPPER =
      """
      package run;
      import org.mapstruct.Mapper;
      @Mapper interface ReviewMapper {
        class Row { private String words; public void setWords(String w) { words = w; } public String getWords() { return words; } }
        Row row(Caller.Review review);
        Caller.Review review(Row row);
      }
      """;
  private static final String ANIMAL =
      """
      package run;
      import com.google.auto.value.AutoValue;
      @AutoValue
      abstract class Animal {
        abstract String name();
        abstract int legs();
        static Animal of(String name) { return new AutoValue_Animal(name, 4); }
      }
      """;
  private static final String CALLER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller {
        record Review(String words) {}
        @GatewayzPrompt("{{order.id}} {{order.size}} {{order}}") String made(@Json ImmutableOrder order);
        @GatewayzPrompt("{{order.id}} {{order}}") String declared(@Json Order order);
        @GatewayzPrompt("{{row.words}} {{row}}") String row(@Json ReviewMapper.Row row);
        @GatewayzPrompt("{{animal.legs}} {{animal}} {{made}}")
        String animal(@Json Animal animal, @Json AutoValue_Animal made);
        @GatewayzPrompt("Go.") Review review();
        @GatewayzPrompt(value = "Go.", tools = Shop.class) String tools();
        class Shop {
          private final ReviewMapper mapper = new ReviewMapperImpl();
          @GatewayzTool("finds") public ImmutableOrder find(String id) { return null; }
          @GatewayzTool("maps") public ReviewMapper.Row map(String id) { return mapper.row(null); }
        }
      }
      class Made {
        static Object order() {
          return ImmutableOrder.builder().id("a").addLines("b").pin("s3cret").build();
        }
        static Object animal() { return Animal.of("cat"); }
      }
      """;

  static Stream<List<Processor>> orders() {
    return Stream.of(
        List.of(
            new GatewayzProcessor(),
            new ProxyProcessor(),
            new MappingProcessor(),
            new AutoValueProcessor()),
        List.of(
            new AutoValueProcessor(),
            new MappingProcessor(),
            new ProxyProcessor(),
            new GatewayzProcessor()));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void areReadWhenTheyAreThere(List<Processor> processors) throws IOException {
    Compilation compilation =
        new Compilation.Setup()
            .replacingOptions("-Xlint:none")
            .processors(processors.toArray(Processor[]::new))
            .compile(ORDER, MAPPER, ANIMAL, CALLER);
    assertThat(compilation.codes()).isEmpty();
    assertThat(compilation.success()).as(compilation.log()).isTrue();
    try (RecordingGateway gateway = new RecordingGateway()) {
      Generated client =
          Generated.withTools(
              compilation, "run.GatewayzCaller", gateway.gatewayz(), "run.Caller$Shop");
      Object order = client.callStatic("run.Made", "order");
      String json = "{\"id\":\"a\",\"lines\":[\"b\"],\"note\":null}";
      client.call("made", order);
      assertThat(JsonTree.content(gateway.request(), 0)).isEqualTo("a 1 " + json);
      client.call("declared", order);
      assertThat(JsonTree.content(gateway.request(), 0)).isEqualTo("a " + json);
      Object animal = client.callStatic("run.Made", "animal");
      client.call("animal", animal, animal);
      String cat = "{\"name\":\"cat\",\"legs\":4}";
      assertThat(JsonTree.content(gateway.request(), 0)).isEqualTo("4 " + cat + " " + cat);
    }
  }
}
