package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzGenerated;
import dev.gatewayz.codegen.Answer;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Rendering;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * Implements {@link EarningsAnalyst}.
 */
@GatewayzGenerated
public final class GatewayzEarningsAnalyst implements EarningsAnalyst {
  private static final Prompt SUMMARISE = Prompt.of(
      "EarningsAnalyst.summarise", "7a862127293e89a0",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":0.2,\"max_tokens\":600",
      "{\"role\":\"system\",\"content\":\"You are a sell-side analyst. Answer in ",
      ".\"},{\"role\":\"user\",\"content\":\"Summarise this call in at most ",
      " bullet points.\\n",
      "- cover ",
      "\\n",
      "Cover all companies.\\n",
      "\"}");

  private static final Prompt ANSWER = Prompt.of(
      "EarningsAnalyst.answer", "59365e0c01ea7b8c",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":0.2",
      "{\"role\":\"user\",\"content\":\"From this transcript only:\\n",
      "\\n\\nQ: ",
      "\"}");

  private final PromptClient client;

  public GatewayzEarningsAnalyst(Gatewayz gatewayz) {
    client = gatewayz.prompts();
  }

  @Override
  public String summarise(String language, int points, List<String> tickers, String transcript) {
    Rendering rendering = SUMMARISE.render().require("tickers", tickers).raw(0)
        .text("language", language).raw(1).text("points", points).raw(2);
    for (var ticker : tickers) {
      rendering.raw(3).text(".", ticker).raw(4);
    }
    if (tickers.isEmpty()) {
      rendering.raw(5);
    }
    rendering.text("transcript", transcript).raw(6);
    return client.call(rendering, Answer.TEXT);
  }

  @Override
  public Flow.Publisher<String> answer(String transcript, String question) {
    return client.text(ANSWER.render().raw(0).text("transcript", transcript).raw(1)
        .text("question", question).raw(2));
  }
}
