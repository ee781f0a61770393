package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.client.Http2Client;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** From start to close. */
class LifecycleTest {

  @RepeatedTest(10)
  void closingEndsPortsConnectionsAndThreads() {
    MockGateway gateway = MockGateway.start();
    Thread thread = threadOf(gateway);
    gateway.reply(Reply.silence());
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      h2.post(Chats.PATH, Chats.STREAM);
      RecordedRequest request = gateway.takeRequest();
      gateway.close();
      gateway.close();

      h2.awaitClosed();
      assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.DISCONNECTED);
      assertThat(thread.isAlive()).isFalse();
      assertThat(gateway.counters().connectionsOpen()).isZero();
      assertThatThrownBy(() -> new Socket("127.0.0.1", gateway.port()).close())
          .isInstanceOf(IOException.class);
      gateway.abortConnections();
      gateway.reset();
    }
  }

  @RepeatedTest(10)
  void aGatewayThatWasNeverCalledLeavesNoPortEither() {
    MockGateway gateway = MockGateway.start();
    gateway.close();

    for (int port : new int[] {gateway.port(), gateway.tlsPort()}) {
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aGatewayCanBeClosedFromItsOwnThread() throws Exception {
    MockGateway gateway = MockGateway.start();
    Thread thread = threadOf(gateway);
    CountDownLatch closed = new CountDownLatch(1);
    gateway.reply(
        Reply.nothingBut(
            Step.run(
                () -> {
                  gateway.close();
                  closed.countDown();
                })));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      h2.post(Chats.PATH, Chats.WHOLE);
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void gatewaysDoNotKnowEachOther() {
    try (MockGateway one = MockGateway.start();
        MockGateway two = MockGateway.start()) {
      PlainClient.cleartext(one).get("/health");

      assertThat(one.port()).isNotEqualTo(two.port());
      assertThat(one.certificate()).isNotEqualTo(two.certificate());
      assertThat(one.requests()).hasSize(1);
      assertThat(two.requests()).isEmpty();
    }
  }

  @Test
  void waitingInVainFailsWithWhatCame() {
    try (MockGateway gateway = MockGateway.start()) {
      Duration moment = Duration.ofMillis(1);
      assertThatThrownBy(() -> gateway.takeRequest(moment))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("No request came");
      assertThatThrownBy(() -> gateway.awaitCounters(c -> c.requestsOpen() == 1, moment))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("requestsOpen=0");
      assertThatThrownBy(() -> Gate.closed().awaitWaiting(1, moment))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("0 of 1");
      gateway.reply(Reply.silence());
      try (Http2Client h2 = Http2Client.connect(gateway.port())) {
        h2.post(Chats.PATH, Chats.WHOLE);
        RecordedRequest request = gateway.takeRequest();
        assertThatThrownBy(() -> request.awaitEnding(moment))
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("POST /v1/chat/completions (HTTP_2, connection 1, stream 3)");
      }
    }
  }

  @Test
  void onlyTheNewestRequestsAreKept() {
    try (MockGateway gateway = MockGateway.builder().keepRequests(2).start()) {
      PlainClient client = PlainClient.cleartext(gateway);
      client.get("/1");
      client.get("/2");
      client.get("/3");

      assertThat(gateway.requests()).extracting(RecordedRequest::path).containsExactly("/2", "/3");
      assertThat(gateway.takeRequest().path()).isEqualTo("/2");
    }
  }

  @Test
  void aGatewayThatDoesNotReadAnswersNothingNotEvenAPing() {
    try (MockGateway gateway = MockGateway.start();
        Http2Client h2 = Http2Client.connect(gateway.port())) {
      h2.post(Chats.PATH, Chats.WHOLE).await();
      gateway.pauseReading();
      h2.ping();
      h2.post(Chats.PATH, Chats.WHOLE);
      // A new connection is read: what came on the old one before would have been seen by now.
      PlainClient.cleartext(gateway).get("/health");
      assertThat(gateway.counters().pingsReceived()).isZero();
      assertThat(gateway.requests()).hasSize(2);
      gateway.resumeReading();
      gateway.awaitCounters(
          counters -> counters.pingsReceived() == 1 && counters.requestsOpened() == 3);
    }
  }

  private static Thread threadOf(MockGateway gateway) {
    AtomicReference<Thread> thread = new AtomicReference<>();
    gateway.reply(Reply.json("{}").first(Step.run(() -> thread.set(Thread.currentThread()))));
    PlainClient.cleartext(gateway).get("/");
    gateway.reset();
    assertThat(thread.get().getName()).startsWith("mock-gateway-");
    assertThat(thread.get().isDaemon()).isTrue();
    return thread.get();
  }
}
