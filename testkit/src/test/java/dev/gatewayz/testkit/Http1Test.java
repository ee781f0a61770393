package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.client.RawHttp1;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** HTTP/1.1 to the byte. */
class Http1Test {
  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  private final MockGateway gateway = mock.gateway();

  @Test
  void documentsHaveALengthAndStreamsAreChunked() {
    gateway.reply(Reply.json("{}"), Reply.stream("ab", "c"));
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      String document = raw.get("/x").hear("\r\n\r\n{}");
      assertThat(document).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\nContent-Length: 2\r\n");
      String stream = raw.get("/x").hear("0\r\n\r\n");
      assertThat(stream)
          .containsIgnoringCase("\r\ntransfer-encoding: chunked\r\n")
          .endsWith("\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
    }
    assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
    assertThat(gateway.takeRequest().streamId()).isEqualTo(1);
    RecordedRequest second = gateway.takeRequest();
    assertThat(second.streamId()).isEqualTo(2);
    assertThat(second.protocol()).isEqualTo(Protocol.HTTP_1_1);
    assertThat(second.authority()).isEqualTo("mock");
  }

  @Test
  void framingAndChunkSizesAreAsWished() {
    gateway.reply(
        Reply.json("12345").framing(Framing.CHUNKED).split(2),
        Reply.stream("ab", "c").framing(Framing.LENGTH),
        Reply.stream("ab", "c").framing(Framing.CLOSE));
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.get("/x").hear("0\r\n\r\n"))
          .endsWith("\r\n\r\n2\r\n12\r\n2\r\n34\r\n1\r\n5\r\n0\r\n\r\n");
      assertThat(raw.get("/x").hear("\r\n\r\nabc")).contains("Content-Length: 3");
      assertThat(raw.get("/x").hearToEnd())
          .endsWith("\r\n\r\nabc")
          .containsIgnoringCase("connection: close")
          .doesNotContainIgnoringCase("transfer-encoding");
    }
  }

  @Test
  void informationalResponsesAndTrailersSurroundTheAnswer() {
    gateway.reply(Reply.stream("a").first(Step.inform(103)).trailer("X-After", "all"));
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.get("/x").hear("X-After: all\r\n\r\n"))
          .startsWith("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n")
          .endsWith("0\r\nX-After: all\r\n\r\n");
    }
  }

  @Test
  void whatIsSentAheadWaitsForItsTurn() {
    Gate gate = Gate.closed();
    gateway.reply(Reply.json("1").first(Step.await(gate)), Reply.json("2"), Reply.json("3"));
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      raw.get("/a").post("/b", "{}").get("/c");
      gate.awaitWaiting(1, Duration.ofSeconds(10));
      assertThat(gateway.requests()).hasSize(1);
      gate.open();
      assertThat(raw.hear("\r\n\r\n3")).contains("\r\n\r\n1HTTP", "\r\n\r\n2HTTP");
    }
    assertThat(gateway.requests())
        .extracting(RecordedRequest::path)
        .containsExactly("/a", "/b", "/c");
  }

  @Test
  void aClientThatExpectsToBeToldToContinueIsTold() {
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      raw.say("POST /x HTTP/1.1\r\nHost: m\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertThat(raw.hear("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue");
      raw.say("{}");
      assertThat(raw.hear("}")).startsWith("HTTP/1.1 404 ");
    }
    assertThat(gateway.takeRequest().bodyText()).isEqualTo("{}");
  }

  @Test
  void aClientThatLeavesIsNoticed() {
    gateway.reply(Reply.text("one").after(1, Step.stall()));
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      raw.post(Chats.PATH, Chats.STREAM).hear("role");
    }
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.DISCONNECTED);
    gateway.awaitCounters(
        counters -> counters.requestsOpen() == 0 && counters.connectionsOpen() == 0);
  }

  @Test
  void aClientThatDoesNotReadHoldsTheAnswerUp() {
    gateway.reply(Reply.chunks(Collections.nCopies(1_000_000, "x")));
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      raw.post(Chats.PATH, Chats.STREAM);
      Counters blocked = gateway.awaitCounters(counters -> counters.repliesBlocked() == 1);
      // What the socket's own buffers hold, and Netty's high-water mark of 64 KiB and one event.
      assertThat(blocked.bytesUnsent()).isLessThan(70_000);
    }
    gateway.awaitCounters(counters -> counters.requestsOpen() == 0);
    assertThat(gateway.counters().bytesUnsent()).isZero();
  }

  @Test
  void takingLeaveSaysSoInTheHeadersOrClosesAtOnce() {
    try (RawHttp1 busy = new RawHttp1(gateway.port());
        RawHttp1 idle = new RawHttp1(gateway.port())) {
      idle.get("/health").hear("}");
      gateway.reply(Reply.json("{}").first(Step.goAway()));
      assertThat(busy.get("/x").hearToEnd()).containsIgnoringCase("connection: close");
      gateway.goAway();
      assertThat(idle.hearToEnd()).isEmpty();
    }
  }

  @Test
  void idleConnectionsAreClosedAndBusyOnesAreNot() {
    Gate gate = Gate.closed();
    try (RawHttp1 busy = new RawHttp1(gateway.port());
        RawHttp1 idle = new RawHttp1(gateway.port())) {
      idle.get("/health").hear("}");
      gateway.reply(Reply.json("[]").first(Step.await(gate)));
      busy.get("/x");
      gate.awaitWaiting(1, Duration.ofSeconds(10));
      gateway.closeIdleConnections();
      assertThat(idle.hearToEnd()).isEmpty();
      gate.open();
      busy.hear("[]");
      gateway.abortConnections();
      busy.hearBreak();
    }
  }

  @Test
  void whatIsNoHttpIsRefused() {
    try (RawHttp1 raw = new RawHttp1(gateway.port())) {
      assertThat(raw.say("GARBAGE\r\n\r\n").hearToEnd()).startsWith("HTTP/1.1 400 ");
    }
  }
}
