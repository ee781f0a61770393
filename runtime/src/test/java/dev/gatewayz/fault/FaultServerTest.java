package dev.gatewayz.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.client.Http2Call;
import dev.gatewayz.testkit.client.Http2Client;
import dev.gatewayz.testkit.client.RawHttp1;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The server behind the scripts, with Netty's client and with bare sockets before it. */
class FaultServerTest {
  private static final String PATH = "/v1/chat/completions";
  private static final String CALL =
      "{\"model\":\"a/b\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

  @Test
  void playsAScriptForEachConnectionInOrder() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          connection -> connection.send("one " + connection.number()),
          connection -> connection.send("two " + connection.number()));
      try (RawHttp1 one = new RawHttp1(server.port())) {
        assertThat(one.hearToEnd()).isEqualTo("one 1");
      }
      try (RawHttp1 two = new RawHttp1(server.port())) {
        assertThat(two.hearToEnd()).isEqualTo("two 2");
      }
      try (RawHttp1 three = new RawHttp1(server.port())) {
        assertThat(three.hearToEnd()).isEmpty();
      }
      server.otherwise(connection -> connection.send("more"));
      try (RawHttp1 four = new RawHttp1(server.port())) {
        assertThat(four.hearToEnd()).isEqualTo("more");
      }
      server.verify();
      assertThat(server.connections()).isEqualTo(4);
    }
  }

  @Test
  void aFailureTellsWhatHasGoneOverTheConnection() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                Http2Request request = peer.expectRequest();
                peer.respond(request.streamId(), false, ":status", "200");
                peer.expectReset(request.streamId(), ErrorCode.CANCEL);
              }));
      try (Http2Client client = Http2Client.connect(server.port())) {
        client.post(PATH, CALL);
        client.awaitSettings();
      }
      assertThatThrownBy(server::verify)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Expected RST_STREAM on stream 3 by [CANCEL], but came GOAWAY(")
          .hasMessageContaining("  client → SETTINGS(stream 0, 6 bytes)\n  server → SETTINGS(")
          .hasMessageContaining("client → DATA(stream 3, flags 0x1, " + CALL.length() + " bytes)");
    }
  }

  @Test
  void aScriptWithoutAClientFails() {
    try (FaultServer server = FaultServer.start(Duration.ofMillis(10))) {
      server.play(connection -> {});
      assertThatThrownBy(server::verify)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("No client came for script 1");
    }
  }

  @Test
  void aScriptThatThrowsFails() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          connection -> {
            throw new IllegalStateException("mine");
          });
      try (RawHttp1 client = new RawHttp1(server.port())) {
        assertThat(client.hearToEnd()).isEmpty();
      }
      assertThatThrownBy(server::verify).hasMessageContaining("mine");
    }
  }

  @Test
  void framesAreSentByteByByte() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                Http2Request request = peer.expectRequest();
                byte[] block = HeaderBlock.of(":status", "200");
                peer.sendSplit(Frame.headers(request.streamId(), block, false, true), 1);
                peer.sendSplit(Frame.data(request.streamId(), "slow 😀", true), 3);
                peer.connection().send(Frame.ping(1).toBytes(), Frame.ping(2).toBytes());
                peer.expectPingAck(Frame.ping(1));
                peer.expectPingAck(Frame.ping(2));
              }));
      try (Http2Client client = Http2Client.connect(server.port())) {
        assertThat(client.post(PATH, CALL).await().text()).isEqualTo("slow 😀");
        server.verify();
      }
    }
  }

  @Test
  void requestsThatComeMixedAreToldApart() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                List<Http2Request> both = peer.expectRequests(2);
                assertThat(both).extracting(Http2Request::streamId).containsExactly(5, 3);
                assertThat(both).extracting(Http2Request::body).containsExactly(CALL, "late");
                assertThat(both.get(0).headers()).containsEntry(":method", "POST");
                peer.answer(both.get(0));
                peer.answer(both.get(1));
              }));
      try (Http2Client client = Http2Client.connect(server.port())) {
        Http2Call open = client.open(PATH);
        Http2Call whole = client.post(PATH, CALL);
        open.send("late".getBytes(UTF_8), true);
        assertThat(whole.await().text()).contains("Hello");
        assertThat(open.await().text()).contains("Hello");
        server.verify();
      }
    }
  }

  @Test
  void whatTheClientDoesIsExpected() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake(Frame.settings(Frame.INITIAL_WINDOW_SIZE, 10));
                Frame head = peer.expect(Frame.HEADERS);
                Frame data = peer.expect(Frame.DATA);
                assertThat(data.payload()).hasSize(10);
                peer.send(Frame.windowUpdate(head.streamId(), 1000));
                Http2Request request = peer.expectRequest();
                assertThat(request.body()).isEqualTo(CALL);
                peer.expectQuiet();
                peer.respond(request.streamId(), false, ":status", "200");
                peer.send(Frame.data(request.streamId(), "x", false));
                peer.expectReset(request.streamId(), ErrorCode.CANCEL);
                peer.expect(Frame.PING);
                peer.expectGoAway(ErrorCode.NO_ERROR);
                peer.expectClosed();
              }));
      try (Http2Client client = Http2Client.connect(server.port())) {
        client.awaitSettings();
        Http2Call call = client.post(PATH, CALL);
        call.awaitBytes(1).cancel();
        client.ping();
      }
      server.verify();
    }
  }

  @Test
  void dataWaitsForTheClientsWindows() {
    byte[] large = String.join("", Collections.nCopies(30_000, "12345")).getBytes(UTF_8);
    try (FaultServer server = FaultServer.start()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                int stream = peer.expectRequest().streamId();
                peer.respond(stream, false, ":status", "200");
                for (int at = 0; at < large.length; at += 10_000) {
                  byte[] piece = Arrays.copyOfRange(large, at, at + 10_000);
                  peer.sendWithinWindows(Frame.data(stream, piece, at + 10_000 == large.length));
                }
                peer.expectAlive();
              }));
      try (Http2Client client = Http2Client.connect(server.port())) {
        assertThat(client.post(PATH, CALL).await().bytes()).isEqualTo(large);
        server.verify();
      }
    }
  }

  @Test
  void http2IsSpokenOverTls() throws Exception {
    try (FaultServer server = FaultServer.startTls("h2")) {
      assertThat(server.apiBase()).isEqualTo("https://localhost:" + server.port());
      server.play(
          Http2Peer.script(
              peer -> {
                assertThat(peer.connection().protocol()).isEqualTo("h2");
                peer.handshake();
                peer.answer(peer.expectRequest());
              }));
      try (Http2Client client =
          Http2Client.connect(server.port(), Http2Client.trusting(server.certificate()).build())) {
        assertThat(client.post(PATH, CALL).await().text()).contains("Hello");
        server.verify();
      }
    }
  }

  @Test
  void tlsWithoutAlpnNamesNoProtocol() throws Exception {
    try (FaultServer server = FaultServer.startTls()) {
      server.play(connection -> assertThat(connection.protocol()).isEmpty());
      try (Http2Client client =
          Http2Client.connect(server.port(), Http2Client.trusting(server.certificate()).build())) {
        server.verify();
        client.awaitClosed();
      }
    }
  }

  @Test
  void http1IsAnsweredToTheByte() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          Http1Peer.script(
              peer -> {
                Http1Request request = peer.expectRequest();
                assertThat(request.head())
                    .startsWith("POST " + PATH + " HTTP/1.1\r\nHost: mock\r\n");
                assertThat(request.body()).isEqualTo(CALL);
                peer.answer(request, "X-More: 1\r\n");
                Http1Request chunked = peer.expectRequest();
                assertThat(chunked.body()).isEqualTo("Grüße");
                peer.connection().send("HTTP/1.1 200 OK\r\n\r\nuntil ");
                peer.connection().sendSplit("the end".getBytes(UTF_8), 2);
              }));
      try (RawHttp1 client = new RawHttp1(server.port())) {
        assertThat(client.post(PATH, CALL).hear("total_tokens\":2}}"))
            .contains("X-More: 1", "Hello");
        client.say("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nGr");
        client.sayBytes(0xc3, '\r', '\n', '4', '\r', '\n', 0xbc, 0xc3, 0x9f, 'e', '\r', '\n');
        client.say("0\r\n\r\n");
        assertThat(client.hearToEnd()).isEqualTo("HTTP/1.1 200 OK\r\n\r\nuntil the end");
      }
      server.verify();
    }
  }

  @Test
  void aProxyOpensATunnel() throws Exception {
    try (MockGateway gateway = MockGateway.start();
        FaultServer proxy = FaultServer.start()) {
      proxy.play(
          Http1Peer.script(
              peer -> {
                Http1Request request = peer.expectRequest();
                assertThat(request.head()).startsWith("CONNECT gateway:443 HTTP/1.1\r\n");
                peer.connection().send("HTTP/1.1 200 OK\r\n\r\n");
                peer.connection().tunnelTo(gateway.port());
              }));
      try (RawHttp1 client = new RawHttp1(proxy.port())) {
        client.say("CONNECT gateway:443 HTTP/1.1\r\n\r\n").hear("200 OK\r\n\r\n");
        assertThat(client.get("/health").hear("}")).contains("healthy");
      }
      proxy.verify();
    }
  }

  @Test
  void connectionsEndInEveryWay() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          RawConnection::abort,
          RawConnection::close,
          connection -> {
            connection.closeOutput();
            assertThat(connection.receiveUntil("!")).isEqualTo("still here!");
            connection.expectClosed();
          });
      try (RawHttp1 client = new RawHttp1(server.port())) {
        assertThat(client.hearBreak()).hasMessageContaining("reset");
      }
      try (RawHttp1 client = new RawHttp1(server.port())) {
        assertThat(client.hearToEnd()).isEmpty();
      }
      try (RawHttp1 client = new RawHttp1(server.port())) {
        assertThat(client.hearToEnd()).isEmpty();
        client.say("still here!");
      }
      server.verify();
    }
  }

  @Test
  void closingEndsScriptsAndThreads() {
    CountDownLatch never = new CountDownLatch(1);
    FaultServer server = FaultServer.start();
    server.play(connection -> never.await());
    try (RawHttp1 client = new RawHttp1(server.port())) {
      client.say("hello");
      while (server.connections() == 0) {
        Thread.onSpinWait();
      }
      assertThat(threads(server)).hasSize(2);
      server.close();
      server.close();
      assertThat(threads(server)).isEmpty();
    }
  }

  private static List<Thread> threads(FaultServer server) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(server.name() + "-"))
        .toList();
  }
}
