package fixtures;

import dev.gatewayz.CallOptions;
import dev.gatewayz.annotation.Example;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.History;
import dev.gatewayz.annotation.Json;
import dev.gatewayz.annotation.Untrusted;
import dev.gatewayz.chat.ContentPart;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Roles {

  @GatewayzPrompt(
      system = "You sort tickets.",
      value = "{{text}}",
      examples = {
        @Example(user = "My {{product}} smokes.", assistant = "urgent"),
        @Example(user = "Nice {{product}}!", assistant = "praise")
      })
  String sort(String product, List<Message> before, String text, @Nullable CallOptions options);

  @GatewayzPrompt("Go on.")
  String goOn(@History @Nullable List<? extends Message> said);

  @GatewayzPrompt("What differs?")
  String compare(Image left, Optional<Image> right, @Nullable Image third, List<ContentPart> more);

  @GatewayzPrompt(
      value = "Score {{order}} of {{order.customer.name}}, lines {{#order.lines}}{{.}}{{/order.lines}}",
      system = "{{note}}")
  String json(@Json Order order, @Json @Nullable String note);

  @GatewayzPrompt("{{tree}}")
  String tree(@Json Tree tree);

  @GatewayzPrompt(
      system = "Answer in {{language}}.",
      value = "{{#mail}}{{subject}} ({{size}})\n{{#body}}{{.}}{{/body}}{{/mail}}{{raw}}",
      untrustedInSystem = "language")
  String answer(@Untrusted String language, @Untrusted Mail mail, @Untrusted @Json Mail raw);

  record Order(Customer customer, List<Line> lines, Map<String, Integer> tags, Optional<String> note) {}

  record Customer(String name, @Nullable Mood mood) {}

  record Line(String sku, BigDecimal price, boolean gift, double[] sizes) {}

  record Tree(String name, List<Tree> children) {}

  record Mail(String subject, int size, List<String> body) {}

  enum Mood {
    GOOD
  }
}
