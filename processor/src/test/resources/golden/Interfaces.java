package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzGenerated;
import dev.gatewayz.codegen.Answer;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Rendering;
import java.util.List;

/**
 * Implements {@link Interfaces.Prompt}.
 */
@GatewayzGenerated
@SuppressWarnings({"deprecation", "unchecked"})
public final class GatewayzInterfaces_Prompt implements Interfaces.Prompt {
  private static final Prompt TELL = Prompt.of(
      "Interfaces.Prompt.tell(Interfaces.Subject)", "98820bae836b93d8",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Tell me about ",
      ".\"}");

  private static final Prompt ASK = Prompt.of(
      "Interfaces.Prompt.ask", "4021e2b7fe267c16",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Ask politely about ",
      ".\"}");

  private static final Prompt TELL2 = Prompt.of(
      "Interfaces.Prompt.tell(String)", "eee94158da3fbaa0",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Overloaded ",
      "\"}");

  private static final Prompt ODD = Prompt.of(
      "Interfaces.Prompt.odd", "628c0014e684c48a",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      " ",
      "\"}");

  private final PromptClient client;

  public GatewayzInterfaces_Prompt(Gatewayz gatewayz) {
    client = gatewayz.prompts();
  }

  @Override
  public String tell(Interfaces.Subject topic) {
    return client.call(TELL.render().require("topic", topic).raw(0).text("topic.name", topic.name())
        .raw(1), Answer.TEXT);
  }

  @Override
  public String ask(Interfaces.Subject topic) {
    return client.call(ASK.render().require("topic", topic).raw(0).text("topic.name", topic.name())
        .raw(1), Answer.TEXT);
  }

  @Override
  public String tell(String rendering) {
    return client.call(TELL2.render().raw(0).text("rendering", rendering).raw(1), Answer.TEXT);
  }

  @Override
  public String odd(String default_, List<String>... item) {
    Rendering rendering = ODD.render().require("item", item).raw(0);
    for (var item2 : item) {
      for (var item3 : item2) {
        rendering.text(".", item3);
      }
    }
    rendering.raw(1).text("the-default", default_).filled("user").raw(2);
    return client.call(rendering, Answer.TEXT);
  }
}
