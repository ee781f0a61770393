package dev.gatewayz;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallLog;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A log of calls has a line for each, and nothing in it that a user or a model has said. */
class CallLogTest extends Calls {
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private Gatewayz logged() {
    return client(builder -> builder.maxRetries(0).listener(new CallLog(lines::add)));
  }

  @Test
  void aCallHasOneLine() {
    gateway.reply(Reply.text("a secret").usage(7, 5));

    Completion<String> answer = logged().with(o -> o.tag("tenant", "acme")).complete(HELLO);

    assertThat(lines).hasSize(1);
    assertThat(lines.remove())
        .matches(
            "model="
                + MODEL
                + " outcome=SUCCESS millis=\\d+ requests=1 promptTokens=7 completionTokens=5"
                + " cost=0\\.0\\d+ finish=stop requestId="
                + answer.requestId()
                + " tenant=acme");
  }

  @Test
  void aStreamSaysWhenItBegan() {
    gateway.reply(Reply.chunks("a", "secret").usage(7, 5));

    Probe.all(logged().stream(HELLO)).awaitCompletion();

    assertThat(lines).hasSize(1);
    assertThat(lines.remove()).containsPattern("millis=\\d+ firstTokenMillis=\\d+ requests=1");
  }

  @Test
  void aFailureIsNamed() {
    Gatewayz client = logged();
    gateway.reply(Reply.status(503));

    assertThrows(GatewayzException.class, () -> client.complete(HELLO));

    assertThat(lines).hasSize(1);
    assertThat(lines.remove())
        .contains("outcome=FAILURE error=ServiceUnavailableException")
        .doesNotContain("Hello");
  }

  @Test
  void noValueBreaksTheLineOrPosesAsAnotherPair() {
    CallSubject call =
        CallSubject.builder()
            .promptId("Support.answer")
            .model(MODEL)
            .tags(Map.of("tenant", "a b\" outcome=FAILURE\nx\u2028\\"))
            .build();

    new CallLog(lines::add).onEvent(CallEvent.Queued.builder(call).build());
    new CallLog(lines::add)
        .onEvent(CallEvent.Finished.builder(call).outcome(Outcome.CANCELLED).build());

    assertThat(lines)
        .containsExactly(
            "prompt=Support.answer model="
                + MODEL
                + " outcome=CANCELLED millis=0 requests=0"
                + " tenant=\"a b\\\" outcome=FAILURE\\u000ax\\u2028\\\\\"");
  }

  @Test
  void byDefaultItGoesToTheLogOfThePlatform(Logs logs) {
    Gatewayz client = client(builder -> builder.maxRetries(0).listener(new CallLog()));
    gateway.reply(Reply.text("a"), Reply.status(503));

    client.complete(HELLO);
    assertThrows(GatewayzException.class, () -> client.complete(HELLO));

    assertThat(List.of(logs.take(INFO, "outcome=SUCCESS"), logs.take(WARNING, "outcome=FAILURE")))
        .doesNotContainNull();
  }
}
