package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Implements {@link Values}.
 */
@GatewayzGenerated(
    format = 1
)
@SuppressWarnings("NullAway")
class GatewayzValues implements Values {
  static final String TEXTS_ID = "fixtures.Values.texts";

  static final String PROPERTIES_ID = "fixtures.Values.properties";

  static final String ABSENT_ID = "fixtures.Values.absent";

  static final String TRUTHS_ID = "fixtures.Values.truths";

  static final String SCOPES_ID = "fixtures.Values.scopes";

  private static final Prompt TEXTS = Prompt.of(
      TEXTS_ID, "8dc6aa55e577f0bf",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      "\"}");

  private static final Prompt PROPERTIES = Prompt.of(
      PROPERTIES_ID, "fb93b5d2ab6cd36f",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      " ",
      " ",
      " ",
      " ",
      " ",
      "\"}");

  private static final Prompt ABSENT = Prompt.of(
      ABSENT_ID, "7add06a234009db7",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      " ",
      " ",
      " ",
      "\"}");

  private static final Prompt TRUTHS = Prompt.of(
      TRUTHS_ID, "4018149c6c2d5bbb",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      "a",
      "b",
      "m",
      "c",
      "d",
      "e",
      "f",
      "g",
      "h",
      "\"}");

  private static final Prompt SCOPES = Prompt.of(
      SCOPES_ID, "bbf58c46a7e1fa14",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      " of ",
      "=",
      "\"}");

  private final PromptClient client;

  GatewayzValues(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Values", TEXTS_ID, PROPERTIES_ID, ABSENT_ID,
        TRUTHS_ID, SCOPES_ID);
  }

  @Override
  public String texts(String text, long number, float real, boolean yes, char letter,
      Values.Mood mood, LocalDate date, UUID id, URI uri, Path path, BigDecimal price,
      Integer boxed, StringBuilder builder) {
    var rendering = TEXTS.render().then(0, "text", text).raw(1).text("number", number)
        .raw(2).text("real", real).raw(3).text("yes", yes).raw(4).text("letter", letter)
        .raw(5).text("mood", mood).raw(6);
    rendering.text("date", date).raw(7).text("id", id).raw(8)
        .text("uri", uri).raw(9).text("path", path).raw(10).text("price", price).raw(11)
        .text("boxed", boxed).then(12, "builder", builder);
    rendering.filled("user").raw(13);
    return client.call(rendering);
  }

  @Override
  public String properties(Values.Bean bean, int[] sizes) {
    var rendering = PROPERTIES.render().require("bean", bean).require("sizes", sizes)
        .then(0, "bean.name", bean.getName()).raw(1).text("bean.URL", bean.getURL()).raw(2)
        .text("bean.good", bean.isGood()).then(3, "bean.field", bean.field)
        .then(4, "bean.nick", bean.nick()).raw(5).text("sizes.length", sizes.length)
        .filled("user");
    rendering.raw(6);
    return client.call(rendering);
  }

  @Override
  public String absent(Optional<String> maybe, OptionalInt count, Values.Order order,
      Map<String, String> tags) {
    var rendering = ABSENT.render().require("maybe", maybe).require("count", count)
        .require("order", order).require("tags", tags).raw(0);
    if (maybe.isPresent()) {
      rendering.text("maybe", maybe.get());
    }
    rendering.raw(1);
    if (count.isPresent()) {
      rendering.text("count", count.getAsInt());
    }
    rendering.raw(2);
    if (order.customer().isPresent()) {
      rendering.text("order.customer.name", order.customer().get().name());
    }
    rendering.raw(3);
    if (tags.get("color") != null) {
      rendering.text("tags.color", tags.get("color"));
    }
    rendering.filled("user").raw(4);
    return client.call(rendering);
  }

  @Override
  public String truths(boolean yes, Boolean boxed, Optional<Boolean> maybe, String name, int count,
      BigDecimal price, Iterable<String> words, String text, Values.Mood mood) {
    var rendering = TRUTHS.render().require("boxed", boxed).require("maybe", maybe)
        .require("price", price).require("words", words).require("text", text)
        .require("mood", mood).raw(0);
    if (yes) {
      rendering.raw(1);
    }
    if (boxed) {
      rendering.raw(2);
    }
    if (maybe.isPresent()) {
      if (maybe.get()) {
        rendering.raw(3);
      }
    }
    if (name != null && !name.isEmpty()) {
      rendering.text("name", name);
    }
    if (count != 0) {
      rendering.text("count", count);
    }
    if (price.signum() != 0) {
      rendering.text("price", price);
    }
    for (var word : words) {
      rendering.text(".", word);
    }
    if (!text.isEmpty()) {
      rendering.text("text", text);
    }
    rendering.text("label", mood.label());
    if (!yes) {
      rendering.raw(4);
    }
    if (name == null || name.isEmpty()) {
      rendering.raw(5);
    }
    if (!words.iterator().hasNext()) {
      rendering.raw(6);
    }
    if (maybe.isEmpty() || !maybe.get()) {
      rendering.raw(7);
    }
    if (count == 0) {
      rendering.raw(8);
    }
    if (price.signum() == 0) {
      rendering.raw(9);
    }
    rendering.filled("user").raw(10);
    return client.call(rendering);
  }

  @Override
  public String scopes(Values.Order order, int color) {
    var rendering = SCOPES.render().require("order", order).raw(0);
    var customer = order.customer();
    if (customer.isPresent()) {
      var customer2 = customer.get();
      rendering.text("name", customer2.name());
    }
    for (var line : order.lines()) {
      rendering.text("sku", line.sku()).then(1, "id", order.id());
      var notes = line.notes();
      if (notes != null) {
        for (var note : notes) {
          rendering.text(".", note);
        }
      }
    }
    var tags = order.tags();
    if (!tags.isEmpty()) {
      if (tags.containsKey("id")) {
        if (tags.get("id") != null) {
          rendering.text("id", tags.get("id"));
        }
      } else {
        rendering.text("id", order.id());
      }
      if (tags.containsKey("color")) {
        var color2 = tags.get("color");
        if (color2 != null && !color2.isEmpty()) {
          rendering.text("color", color2);
        }
      } else {
        if (color != 0) {
          rendering.text("color", color);
        }
      }
    }
    for (var item : order.tags().entrySet()) {
      rendering.text("key", item.getKey()).then(2, "value", item.getValue());
    }
    rendering.filled("user").raw(3);
    return client.call(rendering);
  }
}
