package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;

/**
 * Implements {@link Settings}.
 */
@GatewayzGenerated(
    format = 1
)
class GatewayzSettings implements Settings {
  static final String INHERITED_ID = "fixtures.Settings.inherited";

  static final String OVERRIDDEN_ID = "fixtures.Settings.overridden";

  static final String UNDONE_ID = "fixtures.Settings.undone";

  static final String TYPED_ID = "fixtures.Settings.typed";

  static final String CLEARED_ID = "fixtures.Settings.cleared";

  private static final Prompt INHERITED = Prompt.of(
      INHERITED_ID, "edad319dee88884a",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":1,\"stop\":[\"END\"],\"user\":\"someone\",\"reasoning_effort\":\"low\",\"verbosity\":\"low\",\"top_k\":40",
      "{\"role\":\"system\",\"content\":\"Speak ",
      ".\"},{\"role\":\"user\",\"content\":\"Greet.\"}")
      .withFallbacks("gatewayz/b/two")
      .acceptTruncated()
      .withDeadlines(0, 0, 0, 30000);

  private static final Prompt OVERRIDDEN = Prompt.of(
      OVERRIDDEN_ID, "9282037968e1a0d4",
      "gatewayz/anthropic/claude-3-haiku",
      "\"temperature\":0,\"top_p\":0.25,\"max_tokens\":10,\"frequency_penalty\":-1.5,\"presence_penalty\":2,\"stop\":[\"\\n\",\"\u00e9\"],\"n\":1,\"seed\":0,\"user\":\"x\",\"reasoning_effort\":\"low\",\"verbosity\":\"low\",\"top_k\":40",
      "{\"role\":\"system\",\"content\":\"Speak \\\"English\\\".\"},{\"role\":\"user\",\"content\":\"Greet.\"}")
      .withFallbacks("gatewayz/c/three", "gatewayz/b/two")
      .acceptTruncated()
      .withDeadlines(0, 500, 1, 30000);

  private static final Prompt UNDONE = Prompt.of(
      UNDONE_ID, "01d3d7f611dbfbea",
      "gatewayz/openai/gpt-4o-mini",
      "\"user\":\"someone\",\"logit_bias\":{\"50256\":-100,\"1\":[1.5e3,null,true]}",
      "{\"role\":\"user\",\"content\":\"Greet.\"}")
      .withDeadlines(0, 0, 0, 30000);

  private static final Prompt TYPED = Prompt.of(
      TYPED_ID, "802f84eb0eb385b5",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":0.5,\"stop\":[\"END\"],\"user\":\"someone\",\"reasoning_effort\":\"high\",\"verbosity\":\"low\",\"top_k\":20,\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Greeting\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},\"required\":[\"text\"],\"additionalProperties\":false}}}",
      "{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"Greet.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"text\": string\n}")
      .withFallbacks("gatewayz/b/two")
      .withDeadlines(0, 0, 0, 30000);

  private static final Prompt CLEARED = Prompt.of(
      CLEARED_ID, "4b550153802dd755",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":1,\"user\":\"someone\",\"reasoning_effort\":\"low\",\"verbosity\":\"low\",\"top_k\":40",
      "{\"role\":\"system\",\"content\":\"Speak ",
      ".\"},{\"role\":\"user\",\"content\":\"Greet in ",
      ".\"}")
      .acceptTruncated()
      .withDeadlines(0, 0, 0, 30000);

  private static final AnswerType<Settings.Greeting> GREETING_ANSWER = AnswerType.of(GatewayzSettings::readGreeting);

  private final PromptClient client;

  GatewayzSettings(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Settings", INHERITED_ID, OVERRIDDEN_ID,
        UNDONE_ID, TYPED_ID, CLEARED_ID);
  }

  @Override
  public String inherited(String language) {
    return client.call(INHERITED.render().then(0, "language", language).raw(1));
  }

  @Override
  public String overridden() {
    return client.call(OVERRIDDEN.render().raw(0));
  }

  @Override
  public String undone() {
    return client.call(UNDONE.render().raw(0));
  }

  @Override
  public Settings.Greeting typed() {
    return client.call(TYPED.render().raw(0), GREETING_ANSWER);
  }

  @Override
  public String cleared(String language) {
    return client.call(CLEARED.render().then(0, "language", language)
        .then(1, "language", language).raw(2));
  }

  private static Settings.Greeting readGreeting(JsonIn in) {
    String text = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "text" -> text = in.string();
        default -> in.skip();
      }
    }
    return new Settings.Greeting(in.required("text", text));
  }
}
