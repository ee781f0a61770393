package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.util.List;

/**
 * Implements {@link Interfaces.Prompt}.
 */
@GatewayzGenerated(
    format = 1
)
@SuppressWarnings({"deprecation", "unchecked"})
public class GatewayzInterfaces_Prompt implements Interfaces.Prompt {
  /**
   * The id of the prompt {@code tell}.
   */
  public static final String TELL_ID = "fixtures.Interfaces.Prompt.tell";

  /**
   * The id of the prompt {@code ask}.
   */
  public static final String ASK_ID = "fixtures.Interfaces.Prompt.ask";

  /**
   * The id of the prompt {@code tell}.
   */
  public static final String TELL_RENDERING_ID = "fixtures.Interfaces.Prompt.tell-rendering";

  /**
   * The id of the prompt {@code odd}.
   */
  public static final String ODD_ID = "fixtures.Interfaces.Prompt.odd";

  private static final Prompt TELL = Prompt.of(
      TELL_ID, "98820bae836b93d8",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Tell me about ",
      ".\"}");

  private static final Prompt ASK = Prompt.of(
      ASK_ID, "4021e2b7fe267c16",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Ask politely about ",
      ".\"}");

  private static final Prompt TELL2 = Prompt.of(
      TELL_RENDERING_ID, "eee94158da3fbaa0",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Overloaded ",
      "\"}");

  private static final Prompt ODD = Prompt.of(
      ODD_ID, "628c0014e684c48a",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      " ",
      "\"}");

  private final PromptClient client;

  /**
   * A client of a gateway.
   *
   * @param gatewayz what asks
   */
  public GatewayzInterfaces_Prompt(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Interfaces.Prompt", TELL_ID, ASK_ID,
        TELL_RENDERING_ID, ODD_ID);
  }

  @Override
  public String tell(Interfaces.Subject topic) {
    return client.call(TELL.render().require("topic", topic)
        .then(0, "topic.name", topic.name()).raw(1));
  }

  @Override
  public String ask(Interfaces.Subject topic) {
    return client.call(ASK.render().require("topic", topic)
        .then(0, "topic.name", topic.name()).raw(1));
  }

  @Override
  public String tell(String rendering2) {
    return client.call(TELL2.render().then(0, "rendering", rendering2).raw(1));
  }

  @Override
  public String odd(String default_, List<String>... item) {
    var rendering = ODD.render().require("item", item).raw(0);
    for (var item2 : item) {
      for (var item3 : item2) {
        rendering.text(".", item3);
      }
    }
    rendering.then(1, "the-default", default_).filled("user").raw(2);
    return client.call(rendering);
  }
}
