package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Values {

  @GatewayzPrompt(
      "{{text}} {{number}} {{real}} {{yes}} {{letter}} {{mood}} {{date}} {{id}} {{uri}} {{path}}"
          + " {{price}} {{boxed}} {{builder}}")
  String texts(
      String text,
      long number,
      float real,
      boolean yes,
      char letter,
      Mood mood,
      LocalDate date,
      UUID id,
      URI uri,
      Path path,
      BigDecimal price,
      Integer boxed,
      StringBuilder builder);

  @GatewayzPrompt("{{bean.name}} {{bean.URL}} {{bean.good}} {{bean.field}} {{bean.nick}} {{sizes.length}}")
  String properties(Bean bean, int[] sizes);

  @GatewayzPrompt("{{maybe}} {{count}} {{order.customer.name}} {{tags.color}}")
  String absent(Optional<String> maybe, OptionalInt count, Order order, Map<String, String> tags);

  @GatewayzPrompt(
      "{{#yes}}a{{/yes}}{{#boxed}}b{{/boxed}}{{#maybe}}m{{/maybe}}{{#name}}{{name}}{{/name}}"
          + "{{#count}}{{.}}{{/count}}{{#price}}{{.}}{{/price}}{{#words}}{{.}}{{/words}}"
          + "{{#text}}{{.}}{{/text}}{{#mood}}{{label}}{{/mood}}{{^yes}}c{{/yes}}{{^name}}d{{/name}}"
          + "{{^words}}e{{/words}}{{^maybe}}f{{/maybe}}{{^count}}g{{/count}}{{^price}}h{{/price}}")
  String truths(
      boolean yes,
      Boolean boxed,
      Optional<Boolean> maybe,
      @Nullable String name,
      int count,
      BigDecimal price,
      Iterable<String> words,
      String text,
      Mood mood);

  @GatewayzPrompt(
      "{{#order}}{{#customer}}{{name}}{{/customer}}{{#lines}}{{sku}} of {{id}}{{#notes}}{{.}}"
          + "{{/notes}}{{/lines}}{{#tags}}{{id}}{{#color}}{{.}}{{/color}}{{/tags}}{{/order}}"
          + "{{#order.tags.entrySet}}{{key}}={{value}}{{/order.tags.entrySet}}")
  String scopes(Order order, int color);

  enum Mood {
    GOOD;

    public String label() {
      return "good";
    }
  }

  record Order(String id, Optional<Customer> customer, List<Line> lines, Map<String, String> tags) {}

  record Customer(String name) {}

  record Line(String sku, @Nullable List<String> notes) {}

  class Bean {
    public final String field = "field";

    public String getName() {
      return "name";
    }

    public URI getURL() {
      return URI.create("x");
    }

    public boolean isGood() {
      return true;
    }

    String nick() {
      return "nick";
    }
  }
}
