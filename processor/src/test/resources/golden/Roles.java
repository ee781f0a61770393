package fixtures;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Rendering;
import java.util.List;
import java.util.Optional;

/**
 * Implements {@link Roles}.
 */
@GatewayzGenerated(
    format = 1
)
@SuppressWarnings("NullAway")
class GatewayzRoles implements Roles {
  static final String SORT_ID = "fixtures.Roles.sort";

  static final String GO_ON_ID = "fixtures.Roles.goOn";

  static final String COMPARE_ID = "fixtures.Roles.compare";

  static final String JSON_ID = "fixtures.Roles.json";

  static final String TREE_ID = "fixtures.Roles.tree";

  static final String ANSWER_ID = "fixtures.Roles.answer";

  private static final Prompt SORT = Prompt.of(
      SORT_ID, "9666e5b2a3803f1c",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"system\",\"content\":\"You sort tickets.\"},{\"role\":\"user\",\"content\":\"My ",
      " smokes.\"},{\"role\":\"assistant\",\"content\":\"urgent\"},{\"role\":\"user\",\"content\":\"Nice ",
      "!\"},{\"role\":\"assistant\",\"content\":\"praise\"},",
      "{\"role\":\"user\",\"content\":\"",
      "\"}");

  private static final Prompt GO_ON = Prompt.of(
      GO_ON_ID, "864d4a1ff9eef29c",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Go on.\"}");

  private static final Prompt COMPARE = Prompt.of(
      COMPARE_ID, "fd36242b9a334dbe",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What differs?\"}",
      "]}");

  private static final Prompt JSON = Prompt.of(
      JSON_ID, "1bdf10551557e2f5",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"system\",\"content\":\"",
      "null",
      "\"},{\"role\":\"user\",\"content\":\"Score {\\\"customer\\\":",
      "{\\\"name\\\":",
      ",\\\"mood\\\":",
      "null",
      "}",
      "null",
      ",\\\"lines\\\":",
      "[",
      "{\\\"sku\\\":",
      ",\\\"price\\\":",
      ",\\\"gift\\\":",
      ",\\\"sizes\\\":",
      "[",
      "]",
      "null",
      "}",
      "null",
      "]",
      "null",
      ",\\\"tags\\\":",
      "{",
      ":",
      "null",
      "}",
      "null",
      ",\\\"note\\\":",
      "null",
      "null",
      "} of ",
      ", lines ",
      "{\\\"sku\\\":",
      ",\\\"price\\\":",
      ",\\\"gift\\\":",
      ",\\\"sizes\\\":",
      "[",
      "]",
      "null",
      "}",
      "\"}");

  private static final Prompt TREE = Prompt.of(
      TREE_ID, "57130f233a348798",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      "\"}",
      "{\\\"name\\\":",
      ",\\\"children\\\":",
      "[",
      "null",
      "]",
      "null",
      "}");

  private static final Prompt ANSWER = Prompt.of(
      ANSWER_ID, "ff01d7ef2819d909",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"system\",\"content\":\"Answer in ",
      ".\"},{\"role\":\"user\",\"content\":\"",
      " (",
      ")\\n",
      "{\\\"subject\\\":",
      ",\\\"size\\\":",
      ",\\\"body\\\":",
      "[",
      "]",
      "null",
      "}",
      "\"}");

  private final PromptClient client;

  GatewayzRoles(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Roles", SORT_ID, GO_ON_ID, COMPARE_ID, JSON_ID,
        TREE_ID, ANSWER_ID);
  }

  @Override
  public String sort(String product, List<Message> before, String text, CallOptions options) {
    return client.call(SORT.render().then(0, "product", product).then(1, "product", product)
        .raw(2).history("before", before).then(3, "text", text).filled("user").raw(4)
        .options(options));
  }

  @Override
  public String goOn(List<? extends Message> said) {
    var rendering = GO_ON.render();
    if (said != null) {
      rendering.history("said", said);
    }
    rendering.raw(0);
    return client.call(rendering);
  }

  @Override
  public String compare(Image left, Optional<Image> right, Image third, List<ContentPart> more) {
    var rendering = COMPARE.render().require("right", right).require("more", more).raw(0)
        .part("left", left);
    if (right.isPresent()) {
      rendering.part("right", right.get());
    }
    if (third != null) {
      rendering.part("third", third);
    }
    for (var item : more) {
      rendering.part("more", item);
    }
    rendering.raw(1);
    return client.call(rendering);
  }

  @Override
  public String json(Roles.Order order, String note) {
    var rendering = JSON.render().require("order", order).raw(0);
    if (note != null) {
      rendering.json(note);
    } else {
      rendering.raw(1);
    }
    rendering.filled("system").raw(2);
    if (order.customer() != null) {
      rendering.raw(3).json(order.customer().name()).raw(4);
      if (order.customer().mood() != null) {
        rendering.json(order.customer().mood().name());
      } else {
        rendering.raw(5);
      }
      rendering.raw(6);
    } else {
      rendering.raw(7);
    }
    rendering.raw(8);
    if (order.lines() != null) {
      rendering.raw(9);
      for (var line : order.lines()) {
        rendering.comma();
        if (line != null) {
          rendering.raw(10).json(line.sku()).raw(11).json(line.price()).raw(12)
              .json(line.gift()).raw(13);
          if (line.sizes() != null) {
            rendering.raw(14);
            for (var size : line.sizes()) {
              rendering.comma().json(size);
            }
            rendering.raw(15);
          } else {
            rendering.raw(16);
          }
          rendering.raw(17);
        } else {
          rendering.raw(18);
        }
      }
      rendering.raw(19);
    } else {
      rendering.raw(20);
    }
    rendering.raw(21);
    if (order.tags() != null) {
      rendering.raw(22);
      for (var entry : order.tags().entrySet()) {
        rendering.comma().json(entry.getKey()).raw(23);
        if (entry.getValue() != null) {
          rendering.json(entry.getValue());
        } else {
          rendering.raw(24);
        }
      }
      rendering.raw(25);
    } else {
      rendering.raw(26);
    }
    rendering.raw(27);
    if (order.note() != null) {
      if (order.note().isPresent()) {
        rendering.json(order.note().get());
      } else {
        rendering.raw(28);
      }
    } else {
      rendering.raw(29);
    }
    rendering.then(30, "order.customer.name", order.customer().name())
        .raw(31);
    for (var line2 : order.lines()) {
      rendering.raw(32).json(line2.sku()).raw(33).json(line2.price())
          .raw(34).json(line2.gift()).raw(35);
      if (line2.sizes() != null) {
        rendering.raw(36);
        for (var size2 : line2.sizes()) {
          rendering.comma().json(size2);
        }
        rendering.raw(37);
      } else {
        rendering.raw(38);
      }
      rendering.raw(39);
    }
    rendering.raw(40);
    return client.call(rendering);
  }

  @Override
  public String tree(Roles.Tree tree) {
    var rendering = TREE.render().require("tree", tree).raw(0);
    json2(rendering, tree);
    rendering.filled("user").raw(1);
    return client.call(rendering);
  }

  @Override
  public String answer(String language, Roles.Mail mail, Roles.Mail raw) {
    var rendering = ANSWER.render().require("mail", mail).require("raw", raw).raw(0)
        .fence().text("language", language).endFence().raw(1).fence()
        .text("subject", mail.subject()).endFence().raw(2).text("size", mail.size());
    rendering.raw(3);
    for (var item : mail.body()) {
      rendering.fence().text(".", item).endFence();
    }
    rendering.fence().raw(4).json(raw.subject()).raw(5).json(raw.size())
        .raw(6);
    if (raw.body() != null) {
      rendering.raw(7);
      for (var item2 : raw.body()) {
        rendering.comma().json(item2);
      }
      rendering.raw(8);
    } else {
      rendering.raw(9);
    }
    rendering.raw(10).endFence().raw(11);
    return client.call(rendering);
  }

  private static void json2(Rendering rendering, Roles.Tree value) {
    rendering.raw(2).json(value.name()).raw(3);
    if (value.children() != null) {
      rendering.raw(4);
      for (var item : value.children()) {
        rendering.comma();
        if (item != null) {
          json2(rendering, item);
        } else {
          rendering.raw(5);
        }
      }
      rendering.raw(6);
    } else {
      rendering.raw(7);
    }
    rendering.raw(8);
  }
}
