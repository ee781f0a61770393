package dev.gatewayz.sample;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.time.Duration;
import java.util.Map;

/** A gateway inside this program that knows by heart what a model might say. */
final class EmbeddedGateway {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "Summarise",
          "Northwind Turbines grew revenue 18 % to $412m and lifted gross margin to 21.4 %, carried"
              + " by service. Orders rose to 1.1 GW. The 9 MW model slips to Q1 2027 after blades"
              + " cracked in tests, at a charge of $14m and 60 MW of cancelled orders. Full-year"
              + " revenue guidance goes up by $20m to $1.62–1.68bn; margin guidance stays. Cash is"
              + " $290m with the credit line undrawn.",
          "List what matters",
          "{\"headline\":\"Service carries a quarter in which a giant cracked.\",\"bullets\":["
              + "\"Revenue up 18 % to $412m, gross margin 21.4 %\","
              + "\"The 9 MW model slips to Q1 2027, a charge of $14m\","
              + "\"Full-year revenue guidance up by $20m\"],\"sentiment\":\"POSITIVE\"}",
          "What went wrong",
          "Two blades of the new 9 MW turbine cracked in fatigue tests, because a resin had cured"
              + " unevenly at the spar cap.",
          "How did the guidance",
          "Revenue is now expected at $1.62–1.68bn, $20m more at both ends; the margin stays at"
              + " 20 to 21 percent.",
          "Who will be the next",
          "The transcript does not say.",
          "Write a headline",
          "Northwind beats forecasts as cracked blades delay its giant");

  private EmbeddedGateway() {}

  static MockGateway start() {
    MockGateway gateway = MockGateway.builder().tokenDelay(Duration.ofMillis(15)).start();
    return gateway.respond(EmbeddedGateway::reply);
  }

  private static Reply reply(RecordedRequest request) {
    return ANSWERS.entrySet().stream()
        .filter(answer -> request.prompt().startsWith(answer.getKey()))
        .map(answer -> Reply.text(answer.getValue()))
        .findFirst()
        .orElse(Reply.standard());
  }
}
