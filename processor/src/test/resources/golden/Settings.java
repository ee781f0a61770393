package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;

/**
 * Implements {@link Settings}.
 */
@GatewayzGenerated(
    format = 1
)
final class GatewayzSettings implements Settings {
  static final String INHERITED_ID = "fixtures.Settings.inherited";

  static final String OVERRIDDEN_ID = "fixtures.Settings.overridden";

  static final String CLEARED_ID = "fixtures.Settings.cleared";

  private static final Prompt INHERITED = Prompt.of(
      INHERITED_ID, "88801b84c93222f9",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":1,\"stop\":[\"END\"],\"user\":\"someone\"",
      "{\"role\":\"system\",\"content\":\"Speak ",
      ".\"},{\"role\":\"user\",\"content\":\"Greet.\"}")
      .withFallbacks("gatewayz/b/two")
      .withDeadlines(0, 0, 0, 30000);

  private static final Prompt OVERRIDDEN = Prompt.of(
      OVERRIDDEN_ID, "549174627520dda9",
      "gatewayz/anthropic/claude-3-haiku",
      "\"temperature\":0,\"top_p\":0.25,\"max_tokens\":10,\"frequency_penalty\":-1.5,\"presence_penalty\":2,\"stop\":[\"\\n\",\"\u00e9\"],\"n\":1,\"seed\":0,\"user\":\"x\"",
      "{\"role\":\"system\",\"content\":\"Speak \\\"English\\\".\"},{\"role\":\"user\",\"content\":\"Greet.\"}")
      .withFallbacks("gatewayz/c/three", "gatewayz/b/two")
      .withDeadlines(0, 500, 1, 30000);

  private static final Prompt CLEARED = Prompt.of(
      CLEARED_ID, "b6efdf15940fd7fc",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":1,\"user\":\"someone\"",
      "{\"role\":\"system\",\"content\":\"Speak ",
      ".\"},{\"role\":\"user\",\"content\":\"Greet in ",
      ".\"}")
      .withDeadlines(0, 0, 0, 30000);

  private final PromptClient client;

  GatewayzSettings(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Settings", INHERITED_ID, OVERRIDDEN_ID,
        CLEARED_ID);
  }

  @Override
  public String inherited(String language) {
    return client.call(INHERITED.render().raw(0).text("language", language)
        .raw(1), AnswerType.TEXT);
  }

  @Override
  public String overridden() {
    return client.call(OVERRIDDEN.render().raw(0), AnswerType.TEXT);
  }

  @Override
  public String cleared(String language) {
    return client.call(CLEARED.render().raw(0).text("language", language).raw(1)
        .text("language", language).raw(2), AnswerType.TEXT);
  }
}
