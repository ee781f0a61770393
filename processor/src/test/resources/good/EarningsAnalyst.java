package fixtures;

import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import java.util.List;
import java.util.concurrent.Flow;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini", temperature = 0.2)
public interface EarningsAnalyst {

  @GatewayzPrompt(
      system = "You are a sell-side analyst. Answer in {{language}}.",
      value =
          """
          Summarise this call in at most {{points}} bullet points.
          {{#tickers}}
          - cover {{.}}
          {{/tickers}}
          {{^tickers}}
          Cover all companies.
          {{/tickers}}
          {{transcript}}""",
      maxTokens = 600)
  String summarise(String language, int points, List<String> tickers, String transcript);

  @GatewayzPrompt("From this transcript only:\n{{transcript}}\n\nQ: {{question}}")
  Flow.Publisher<String> answer(String transcript, String question);
}
