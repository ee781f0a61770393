package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.testkit.Tape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that asks what was not recorded is told so at once, and so is the test. */
class NotOnTheCassetteTest {
  @Test
  void theExceptionAndTheTestSayWhatDiffers() {
    Tape tape =
        Tape.builder(Path.of("src/test/cassettes/northwind.cassette"))
            .test("NorthwindTest.theBriefHasFigures")
            .prompts(EarningsAnalyst.class)
            .record(false)
            .open();
    try (Gatewayz client =
        Gatewayz.builder().apiBase(tape.gateway().apiBase()).apiKey("test").noProxy().build()) {
      EarningsAnalyst analyst = client.create(EarningsAnalyst.class);
      assertThatThrownBy(
              () -> analyst.summarise("German", 5, List.of("VESTAS"), EarningsCall.northwind()))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("is not on", "northwind.cassette");
    }

    assertThat(tape.gateway().requests()).as("nothing is tried again").hasSize(1);
    assertThatThrownBy(tape::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            """
            differs in:
              /messages/0/content
                recorded: "You are a sell-side analyst. Answer in English."
                sent:     "You are a sell-side analyst. Answer in German."
            """);
  }
}
