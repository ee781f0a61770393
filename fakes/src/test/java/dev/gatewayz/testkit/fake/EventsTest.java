package dev.gatewayz.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What listeners are told, in one line each. */
class EventsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final GatewayzException FAILURE = Failures.badGateway();

  @Test
  void allSpeakOfOneCall() {
    List<CallEvent> events =
        List.of(
            Events.queued(),
            Events.sent(),
            Events.firstToken(SECOND),
            Events.retried(FAILURE, SECOND),
            Events.fellBack(FAILURE, "gatewayz/other/model"),
            Events.hedged(),
            Events.finished(SECOND),
            Events.failed(FAILURE, SECOND));

    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.call().promptId()).isEqualTo("com.example.Fake.prompt");
              assertThat(event.call().model()).isEqualTo("gatewayz/fake/model");
              assertThat(event.call().sequence()).isEqualTo(1);
            });
  }

  @Test
  void figuresAreThoseOfTheTest() {
    assertThat(Events.sent().attempt()).isEqualTo(1);
    assertThat(Events.firstToken(SECOND).sinceStart()).isEqualTo(SECOND);
    assertThat(Events.firstToken(SECOND).call().streamed()).isTrue();
    assertThat(Events.retried(FAILURE, SECOND).failure()).isSameAs(FAILURE);
    assertThat(Events.retried(FAILURE, SECOND).delay()).isEqualTo(SECOND);
    assertThat(Events.fellBack(FAILURE, "gatewayz/other/model").failedModel())
        .isEqualTo("gatewayz/other/model");
  }

  @Test
  void aCallEndsWellOrNot() {
    CallEvent.Finished well = Events.finished(SECOND);
    assertThat(well.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(well.usage()).isEqualTo(Usage.of(10, 5));
    assertThat(well.source()).isEqualTo(UsageSource.REPORTED);
    assertThat(well.duration()).isEqualTo(SECOND);
    assertThat(well.failure()).isNull();

    CallEvent.Finished badly = Events.failed(FAILURE, SECOND);
    assertThat(badly.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(badly.failure()).isSameAs(FAILURE);
    assertThat(badly.requestId()).isEqualTo("req_fake");
  }
}
