package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.client.Http2Call;
import dev.gatewayz.testkit.client.Http2Client;
import dev.gatewayz.testkit.client.RawHttp1;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The limits that a gateway sets its clients. */
class LimitsTest {

  @Test
  void settingsAreAsWished() {
    try (MockGateway gateway =
            MockGateway.builder()
                .maxConcurrentStreams(7)
                .initialWindow(70_000)
                .maxFrameSize(20_000)
                .maxHeaderListSize(9_000)
                .start();
        Http2Client h2 = Http2Client.connect(gateway.port())) {
      assertThat(h2.awaitSettings().maxConcurrentStreams()).isEqualTo(7);
      assertThat(h2.awaitSettings().initialWindowSize()).isEqualTo(70_000);
      assertThat(h2.awaitSettings().maxFrameSize()).isEqualTo(20_000);
      assertThat(h2.awaitSettings().maxHeaderListSize()).isEqualTo(9_000);
    }
  }

  @Test
  void aStreamTooManyIsRefusedAndTheLimitCanBeRaised() {
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(1).start();
        Http2Client h2 = Http2Client.connect(gateway.port())) {
      gateway.reply(Reply.silence());
      h2.post(Chats.PATH, Chats.STREAM);
      gateway.takeRequest();
      assertThat(h2.post(Chats.PATH, Chats.WHOLE).await().resetCode())
          .isEqualTo(ErrorCode.REFUSED_STREAM.number());
      assertThat(gateway.counters().streamsRefused()).isEqualTo(1);

      int before = gateway.awaitCounters(c -> c.settingsAcksReceived() > 0).settingsAcksReceived();
      gateway.maxConcurrentStreams(2);
      gateway.awaitCounters(counters -> counters.settingsAcksReceived() > before);
      assertThat(h2.post(Chats.PATH, Chats.WHOLE).await().status()).isEqualTo(200);
      assertThat(gateway.counters().mostRequestsPerConnection()).isEqualTo(2);
    }
  }

  @Test
  void aConnectionTakesLeaveAfterItsLastRequest() {
    try (MockGateway gateway = MockGateway.builder().requestsPerConnection(2).start()) {
      try (Http2Client h2 = Http2Client.connect(gateway.port())) {
        h2.post(Chats.PATH, Chats.WHOLE).await();
        assertThat(h2.sawGoAway()).isFalse();
        Http2Call last = h2.post(Chats.PATH, Chats.WHOLE).await();
        assertThat(last.status()).isEqualTo(200);
        assertThat(h2.awaitGoAway().lastStreamId()).isEqualTo(last.streamId());
        h2.awaitClosed();
      }
      try (RawHttp1 raw = new RawHttp1(gateway.port())) {
        assertThat(raw.get("/health").hear("}")).doesNotContainIgnoringCase("connection: close");
        assertThat(raw.get("/health").hearToEnd()).containsIgnoringCase("connection: close");
      }
    }
  }

  @Test
  void tooManyResetsEndTheConnection() {
    try (MockGateway gateway = MockGateway.builder().resetLimit(3, Duration.ofSeconds(30)).start();
        Http2Client h2 = Http2Client.connect(gateway.port())) {
      gateway.respond(request -> Reply.silence());
      for (int i = 1; i <= 4; i++) {
        h2.post(Chats.PATH, Chats.STREAM).cancel();
        int resets = i;
        if (i < 4) {
          gateway.awaitCounters(counters -> counters.resetsReceived() == resets);
        }
      }
      assertThat(h2.awaitGoAway().code()).isEqualTo(ErrorCode.ENHANCE_YOUR_CALM.number());
      h2.awaitClosed();
    }
  }

  @Test
  void anyNumberOfResetsIsFineUnlessLimited() {
    try (MockGateway gateway = MockGateway.start();
        Http2Client h2 = Http2Client.connect(gateway.port())) {
      gateway.respond(request -> Reply.silence());
      for (int i = 0; i < 300; i++) {
        h2.post(Chats.PATH, Chats.STREAM).cancel();
      }
      gateway.awaitCounters(counters -> counters.resetsReceived() == 300);
      gateway.respond(request -> Reply.nothingBut(Step.reset(ErrorCode.CANCEL)));
      for (int i = 0; i < 300; i++) {
        h2.post(Chats.PATH, Chats.STREAM).await();
      }
      assertThat(h2.isOpen()).isTrue();
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
    }
  }
}
