package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void theEmbeddedGatewayAnswersAllPrompts() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    boolean answered = Main.runEmbedded(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    String output = bytes.toString(StandardCharsets.UTF_8);
    assertThat(answered).isTrue();
    assertThat(output)
        .startsWith("GATEWAYZ_API_KEY is not set: a gateway inside this program answers")
        .contains(
            "# Northwind Turbines, Q2 2026",
            "Service carries a quarter in which a giant cracked. POSITIVE\n- Revenue up",
            "credit line undrawn.\n",
            "A: The transcript does not say.",
            "Headline: Northwind beats forecasts",
            "dev.gatewayz.sample.EarningsAnalyst.summarise",
            "dev.gatewayz.sample.EarningsAnalyst.tell",
            "dev.gatewayz.sample.EarningsAnalyst.answer",
            "HeadlineWriter.headline");
  }
}
