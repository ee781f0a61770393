package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * Implements {@link EarningsAnalyst}.
 */
@GatewayzGenerated(
    format = 1
)
public class GatewayzEarningsAnalyst implements EarningsAnalyst {
  /**
   * The id of the prompt {@code summarise}.
   */
  public static final String SUMMARISE_ID = "fixtures.EarningsAnalyst.summarise";

  /**
   * The id of the prompt {@code answer}.
   */
  public static final String ANSWER_ID = "fixtures.EarningsAnalyst.answer";

  private static final Prompt SUMMARISE = Prompt.of(
      SUMMARISE_ID, "7a862127293e89a0",
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
      ANSWER_ID, "59365e0c01ea7b8c",
      "gatewayz/openai/gpt-4o-mini",
      "\"temperature\":0.2",
      "{\"role\":\"user\",\"content\":\"From this transcript only:\\n",
      "\\n\\nQ: ",
      "\"}");

  private final PromptClient client;

  /**
   * A client of a gateway.
   *
   * @param gatewayz what asks
   */
  public GatewayzEarningsAnalyst(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.EarningsAnalyst", SUMMARISE_ID, ANSWER_ID);
  }

  @Override
  public String summarise(String language, int points, List<String> tickers, String transcript) {
    var rendering = SUMMARISE.render().require("tickers", tickers)
        .then(0, "language", language).raw(1).text("points", points).raw(2);
    for (var ticker : tickers) {
      rendering.then(3, ".", ticker).raw(4);
    }
    if (tickers.isEmpty()) {
      rendering.raw(5);
    }
    rendering.text("transcript", transcript).raw(6);
    return client.call(rendering);
  }

  @Override
  public Flow.Publisher<String> answer(String transcript, String question) {
    return client.text(ANSWER.render().then(0, "transcript", transcript)
        .then(1, "question", question).raw(2));
  }
}
