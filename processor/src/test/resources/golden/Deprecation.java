package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;

/**
 * Implements {@link Deprecation}.
 */
@GatewayzGenerated(
    format = 1
)
@SuppressWarnings({"deprecation", "removal"})
class GatewayzDeprecation implements Deprecation {
  static final String OLD_ID = "fixtures.Deprecation.old";

  private static final Prompt OLD = Prompt.of(
      OLD_ID, "0c3dcf36c09e0c70",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"",
      " ",
      "\"}");

  private final PromptClient client;

  GatewayzDeprecation(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Deprecation", OLD_ID);
  }

  @Override
  public String old(Deprecation.Old old) {
    var rendering = OLD.render().require("old", old).raw(0);
    var client2 = old.client();
    rendering.text("name", client2.name())
        .then(1, "old.older", old.getOlder()).filled("user").raw(2);
    return client.call(rendering);
  }
}
