package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.testkit.Cassette;
import dev.gatewayz.testkit.Cassette.Strictness;
import dev.gatewayz.testkit.MockGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model answered once is what these tests get, without a key and without a network. */
@Cassette(
    value = "northwind",
    prompts = {EarningsAnalyst.class, HeadlineWriter.class},
    unused = Strictness.FAIL)
class NorthwindTest {
  private static Gatewayz client(MockGateway gateway) {
    return Gatewayz.builder().apiBase(gateway.apiBase()).apiKey("test").noProxy().build();
  }

  @Test
  void theBriefHasFigures(MockGateway gateway) {
    try (Gatewayz client = client(gateway)) {
      EarningsAnalyst analyst = client.create(EarningsAnalyst.class);
      EarningsAnalyst.Brief brief =
          analyst.summarise("English", 5, List.of("VESTAS"), EarningsCall.northwind());
      assertThat(brief.bullets()).hasSizeBetween(1, 5).anyMatch(bullet -> bullet.contains("$412m"));
      assertThat(brief.sentiment()).isEqualTo(EarningsAnalyst.Sentiment.POSITIVE);
    }
  }

  @Test
  void theSummaryIsStreamedAndMakesAHeadline(MockGateway gateway) {
    try (Gatewayz client = client(gateway)) {
      String summary =
          client
              .create(EarningsAnalyst.class)
              .tell(EarningsCall.northwind())
              .forEach(piece -> {})
              .join()
              .value();
      assertThat(summary).contains("9 MW").endsWith(".");
      assertThat(client.create(HeadlineWriter.class).headline(10, summary)).contains("Northwind");
    }
  }
}
