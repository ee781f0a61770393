package dev.gatewayz.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.testkit.fake.Completions;
import dev.gatewayz.testkit.fake.Failures;
import dev.gatewayz.testkit.fake.Fake;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code that is handed a prompt interface is tested without a gateway. */
class FakesTest {
  private static final EarningsCall CALL = EarningsCall.northwind();

  @Test
  void aTestSaysWhatAPromptAnswers() {
    EarningsAnalyst.Brief brief =
        new EarningsAnalyst.Brief("Up", List.of(), EarningsAnalyst.Sentiment.POSITIVE);
    EarningsAnalyst analyst =
        Fake.of(EarningsAnalyst.class)
            .when("summarise", "English", Fake.ANY, Fake.ANY, CALL)
            .answers(brief)
            .when("answer", CALL, "Why?")
            .answers(Completions.text("Because", "length"))
            .client();

    assertThat(analyst.summarise("English", 3, List.of(), CALL)).isSameAs(brief);
    assertThat(analyst.answer(CALL, "Why?").join().value()).isEqualTo("Because");
    assertThatThrownBy(() -> analyst.answer(CALL, "When?"))
        .hasMessageContaining("The test has not said what dev.gatewayz.sample.EarningsAnalyst");
  }

  @Test
  void streamsBreakOff() {
    Fake<EarningsAnalyst> fake = Fake.by(FakeEarningsAnalyst::new);
    fake.when("tell")
        .answers(Completions.streamOf("It ", "went").failing(Failures.streamTruncated("It went")));
    List<String> pieces = new ArrayList<>();

    assertThatThrownBy(fake.client().tell(CALL).forEach(pieces::add)::join)
        .hasCauseInstanceOf(StreamTruncatedException.class);
    assertThat(pieces).containsExactly("It ", "went");
    assertThat(fake.calls()).hasSize(1);
  }
}
