package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.client.Http2Call;
import dev.gatewayz.testkit.client.Http2Client;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gateway writes what the client's windows let out, and no more. */
class FlowControlTest {
  private static final int EVENT = 400;

  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  private final MockGateway gateway = mock.gateway();

  @Test
  void anAnswerWaitsForItsWindowAndKeepsNoMoreThanOneEvent() {
    gateway.reply(Reply.chunks(Collections.nCopies(200, "x")));
    try (Http2Client h2 = Http2Client.withWindow(gateway.port(), 2_000)) {
      Http2Call call = h2.post(Chats.PATH, Chats.STREAM).awaitBytes(2_000);
      Counters blocked = gateway.awaitCounters(counters -> counters.repliesBlocked() == 1);
      assertThat(blocked.bytesUnsent()).isPositive().isLessThan(EVENT);
      assertThat(blocked.bytesSent()).isBetween(2_000L - EVENT, 2_000L);
      assertThat(blocked.requestsOpen()).isEqualTo(1);

      call.consume(2_000);
      call.awaitBytes(4_000);
      gateway.awaitCounters(counters -> counters.repliesBlocked() == 1);
      int returned = 2_000;
      while (!call.isEnded()) {
        int there = call.awaitBytes(returned + 1).bytes().length;
        call.consume(there - returned);
        returned = there;
      }
      Counters done = gateway.awaitCounters(counters -> counters.requestsOpen() == 0);
      assertThat(done.bytesUnsent()).isZero();
      assertThat(done.bytesSent()).isEqualTo(call.bytes().length);
      assertThat(done.repliesBlocked()).isZero();
    }
  }

  @Test
  void oneClosedWindowDoesNotHoldUpAnotherStream() {
    gateway.reply(Reply.chunks(Collections.nCopies(200, "x")), Reply.json("{\"free\":true}"));
    try (Http2Client h2 = Http2Client.withWindow(gateway.port(), 1_000)) {
      Http2Call slow = h2.post(Chats.PATH, Chats.STREAM).awaitBytes(1_000);
      assertThat(h2.post(Chats.PATH, Chats.WHOLE).await().text()).isEqualTo("{\"free\":true}");
      slow.cancel();
      gateway.awaitCounters(
          counters -> counters.requestsOpen() == 0 && counters.bytesUnsent() == 0);
      assertThat(gateway.counters().repliesBlocked()).isZero();
      assertThat(gateway.counters().resetsReceived()).isEqualTo(1);
    }
  }

  @Test
  void aThousandStreamsAreOpenAtATime() {
    try (MockGateway many = MockGateway.builder().maxConcurrentStreams(1_000).start()) {
      Gate gate = Gate.closed();
      many.respond(request -> Reply.text("one two three").after(2, Step.await(gate)));
      try (Http2Client h2 = Http2Client.connect(many.port())) {
        List<Http2Call> calls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
          calls.add(h2.post(Chats.PATH, Chats.STREAM));
        }
        gate.awaitWaiting(1_000, Deadline.PATIENCE);
        assertThat(many.counters().mostRequestsPerConnection()).isEqualTo(1_000);
        gate.open();
        calls.forEach(call -> assertThat(call.await().text()).endsWith("[DONE]\n\n"));
      }
      assertThat(many.counters().requestsOpened()).isEqualTo(1_000);
    }
  }
}
