package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RequestTimeoutException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Http1Peer;
import dev.gatewayz.fault.Http1Request;
import dev.gatewayz.fault.Http1Script;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Sse;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 servers, good ones and bad ones. */
class Http1Test {
  private static final String ANSWER = Sse.answer("Grüße", ", 世界");

  private static String streamed(Gatewayz client) {
    return Probe.all(client.stream(ask("Hi"))).awaitCompletion().stream()
        .map(ChatChunk::text)
        .collect(Collectors.joining());
  }

  /** A response to a stream in chunks of that size, with an extension each, which may be empty. */
  private static byte[] chunked(int size, String extension) {
    byte[] body = Sse.bytes(ANSWER);
    var out = new java.io.ByteArrayOutputStream();
    out.writeBytes(
        Sse.bytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"));
    for (int at = 0; at < body.length; at += size) {
      int end = Math.min(body.length, at + size);
      out.writeBytes(Sse.bytes(Integer.toHexString(end - at) + extension + "\r\n"));
      out.writeBytes(Arrays.copyOfRange(body, at, end));
      out.writeBytes(Sse.bytes("\r\n"));
    }
    out.writeBytes(Sse.bytes("0\r\nX-Trailer: y\r\n\r\n"));
    return out.toByteArray();
  }

  private static byte[] withLength() {
    byte[] body = Sse.bytes(ANSWER);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  /** Every response comes in two parts, at another place each time, and byte by byte at last. */
  private static void assertReadAtEverySplit(byte[] response) {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                for (int i = 1; i < response.length; i++) {
                  peer.expectRequest();
                  peer.connection()
                      .send(
                          Arrays.copyOf(response, i),
                          Arrays.copyOfRange(response, i, response.length));
                }
                peer.expectRequest();
                peer.connection().sendSplit(response, 1);
                peer.expectRequest();
                peer.connection().send(withLength());
              }));
      for (int i = 0; i < response.length; i++) {
        assertThat(streamed(client)).isEqualTo("Grüße, 世界");
      }
      assertThat(streamed(client)).isEqualTo("Grüße, 世界");
      server.verify();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void case39_chunkedBodiesAtEverySplit() {
    assertReadAtEverySplit(chunked(100, ""));
    assertReadAtEverySplit(chunked(7, ""));
    assertReadAtEverySplit(chunked(7, ";ext=1"));
  }

  @Test
  void case39_bodiesWithALengthAtEverySplit() {
    assertReadAtEverySplit(withLength());
  }

  @Test
  void bodiesThatEndWithTheConnection() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      for (int i = 0; i < 3; i++) {
        server.play(
            Http1Peer.script(
                peer -> {
                  peer.expectRequest();
                  peer.connection()
                      .send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + ANSWER);
                  peer.connection().close();
                }));
        assertThat(streamed(client)).isEqualTo("Grüße, 世界");
      }
    }
  }

  @Test
  void case39_aServerThatSaysCloseIsNotAskedAgain() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      for (int i = 0; i < 5; i++) {
        server.play(
            Http1Peer.script(
                peer -> {
                  peer.answer(peer.expectRequest(), "Connection: close\r\n");
                  // The client closes first, for nothing more can come.
                  peer.connection().expectClosed();
                }));
        assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      }
      server.verify();
    }
  }

  @Test
  void case39_anEndInTheMiddleIsATruncation() {
    for (String part :
        List.of(
            "Transfer-Encoding: chunked\r\n\r\n" + "ffff\r\n" + Sse.text("one"),
            "Content-Length: 99999\r\n\r\n" + Sse.text("one"))) {
      try (FaultServer server = FaultServer.start();
          Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
        server.play(
            Http1Peer.script(
                peer -> {
                  peer.expectRequest();
                  peer.connection()
                      .send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + part);
                  peer.connection().close();
                }));

        assertThat(
                Probe.all(client.stream(ask("Hi")))
                    .awaitFailure(StreamInterruptedException.class)
                    .partial()
                    .text())
            .isEqualTo("one");
      }
    }
  }

  /** What the server does when it has the second request of a connection. */
  private static void assertSentAgain(Http1Script crossing) {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                peer.answer(peer.expectRequest());
                peer.expectRequest();
                crossing.play(peer);
              }),
          Http1Peer.script(peer -> peer.answer(peer.expectRequest())));
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");

      Completion<String> second = client.complete(ask("Hi"));

      // No retry, for there are none: the client is not even asked whether it allows them.
      assertThat(second.text()).isEqualTo("Hello");
      assertThat(second.attempts()).isEqualTo(1);
      server.verify();
    }
  }

  @Test
  void case39_aRequestThatMeetsTheEndOfItsConnectionIsSentAgain() {
    assertSentAgain(peer -> peer.connection().close());
  }

  /** What was said too much behind an answer may come when the next request has been sent. */
  @Test
  void aRequestThatMeetsTheRestOfAnAnswerIsSentAgain() {
    assertSentAgain(
        peer -> {
          peer.connection().send("data: {}\n\n");
          peer.connection().expectClosed();
        });
  }

  /** Who waits for a request in vain may say so when it is under way already. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 4\r\n\r\nlate",
        "HTTP/1.1 408 \r\nconnection: Close\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n4\r\nlate\r\n0\r\n\r\n",
        "HTTP/1.1 408 Request Timeout\r\nContent-Type: text/html\r\n\r\n<h1>late</h1>",
        "HTTP/1.0 408 Request Time-out\r\nCache-Control: no-cache\r\nContent-Length: 0\r\n\r\n"
      })
  void aRequestThatMeetsTheEndOfAServersPatienceIsSentAgain(String patienceEnds) {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                peer.answer(peer.expectRequest());
                peer.expectRequest();
                peer.connection().send(patienceEnds);
                peer.connection().expectClosed();
              }),
          Http1Peer.script(
              peer -> {
                peer.answer(peer.expectRequest());
                peer.answer(peer.expectRequest());
              }));
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");

      Completion<String> second = client.complete(ask("Hi"));

      assertThat(second.text()).isEqualTo("Hello");
      assertThat(second.attempts()).isEqualTo(1);
      assertThat(streamed(client)).isEqualTo("Hello");
      server.verify();
    }
  }

  /** On a connection of its own it has been seen, and the server means it. */
  @Test
  void aRequestTimeoutIsTheAnswerWhereTheServerCannotHaveWaited() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                peer.expectRequest();
                peer.connection()
                    .send("HTTP/1.1 408 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
              }),
          Http1Peer.script(
              peer -> {
                peer.answer(peer.expectRequest());
                peer.expectRequest();
                peer.connection().send("HTTP/1.1 408 \r\nContent-Length: 0\r\n\r\n");
              }));
      assertThatThrownBy(() -> client.complete(ask("Hi")))
          .isInstanceOf(RequestTimeoutException.class);
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      assertThatThrownBy(() -> client.complete(ask("Hi")))
          .isInstanceOf(RequestTimeoutException.class);
      server.verify();
    }
  }

  @Test
  void case39_aNewConnectionThatClosesBehindTheRequestIsAFailure() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                peer.expectRequest();
                peer.connection().close();
              }));

      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(GatewayzException.class);
      assertThat(server.connections()).isEqualTo(1);
      server.verify();
    }
  }

  @Test
  void case39_whatWasCutOffInTheMiddleOfItsBodyIsSentAgain() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          peer -> {
            peer.receiveUntil("\r\n\r\n");
            peer.close();
          },
          Http1Peer.script(peer -> peer.answer(peer.expectRequest())));

      assertThat(client.complete(ask("x".repeat(20 << 20))).text()).isEqualTo("Hello");
      server.verify();
    }
  }

  @Test
  void aServerThatClosesBehindStreamsOnlyIsLearntFrom() {
    AtomicInteger lost = new AtomicInteger();
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.otherwise(
          Http1Peer.script(
              peer -> {
                Http1Request request = peer.expectRequest();
                while (!request.body().contains("\"stream\":true")) {
                  peer.answer(request, "Keep-Alive: timeout=5, max=100\r\n");
                  request = peer.expectRequest();
                }
                peer.answer(request, "Keep-Alive: timeout=5, max=100\r\n");
                try {
                  peer.expectRequest();
                  lost.incrementAndGet();
                } catch (AssertionError e) {
                  // The client has closed it, and has lost nothing.
                }
                peer.connection().close();
              }));
      for (int i = 0; i < 10; i++) {
        assertThat(streamed(client)).isEqualTo("Hello");
        assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
        assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      }
    }
    assertThat(lost.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void aServerThatClosesAfterEachAnswerThoughItPromisedNotToIsLearntFrom() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.otherwise(
          Http1Peer.script(
              peer -> {
                peer.answer(peer.expectRequest(), "Keep-Alive: timeout=5, max=100\r\n");
                peer.connection().close();
              }));
      AtomicInteger failed = new AtomicInteger();
      CompletableFuture<Void> done = new CompletableFuture<>();

      // Each call begins in the callback of the one before, when nobody can know of the end yet.
      callInTurn(client, 30, failed, done);

      done.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(failed.get()).isLessThanOrEqualTo(2);
    }
  }

  private static void callInTurn(
      Gatewayz client, int left, AtomicInteger failed, CompletableFuture<Void> done) {
    if (left == 0) {
      done.complete(null);
      return;
    }
    client
        .completeAsync(ask("Hi"))
        .whenComplete(
            (answer, failure) -> {
              failed.addAndGet(failure == null ? 0 : 1);
              callInTurn(client, left - 1, failed, done);
            });
  }

  @Test
  void idleConnectionsAreClosedBeforeTheServerDoesIt() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                peer.answer(peer.expectRequest(), "Keep-Alive: timeout=1\r\n");
                peer.connection().expectClosed();
              }));
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");

      server.verify();
      Wire.awaitPools(client, pools -> pools.get(0).connections() == 0);
    }
  }

  @Test
  void case38_soManyConnectionsAndNoMore() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = Wire.HTTPS_1_1.gateway().start();
        Gatewayz client = Wire.HTTPS_1_1.client(gateway).maxConnections(128, 10).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));
      List<CompletableFuture<Completion<String>>> calls =
          IntStream.range(0, 100).mapToObj(i -> client.completeAsync(ask("Hi"))).toList();
      gateway.awaitCounters(counters -> counters.requestsOpen() == 10);
      assertThat(gateway.counters().connectionsOpen()).isEqualTo(10);
      gate.open();
      assertThat(calls).allSatisfy(call -> assertThat(call.join().text()).isEqualTo("x"));
    }
  }

  @Test
  void case38_aConnectionIsUsedAgainOnlyIfTheAnswerWasReadToItsEnd() {
    try (MockGateway gateway = Wire.HTTP_1_1.gateway().start();
        Gatewayz client = Wire.HTTP_1_1.client(gateway).maxConnections(1, 1).build()) {
      gateway.reply(Reply.text("a b c"), Reply.chunks("a", "b").after(2, Step.stall()));
      assertThat(streamed(client)).isEqualTo("a b c");
      Probe<ChatChunk> cancelled = Probe.all(client.stream(ask("Hi")));
      cancelled.awaitItems(2);
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
      cancelled.cancel();

      assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(2);
    }
  }

  @Test
  void nothingIsSentBeforeTheAnswerIsComplete() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                for (int i = 0; i < 3; i++) {
                  Http1Request request = peer.expectRequest();
                  assertThat(request.head()).doesNotContain("expect-continue");
                  peer.answer(request);
                }
              }));
      List<CompletableFuture<Completion<String>>> calls =
          IntStream.range(0, 3).mapToObj(i -> client.completeAsync(ask("Hi"))).toList();
      assertThat(calls).allSatisfy(call -> assertThat(call.join().text()).isEqualTo("Hello"));
      server.verify();
    }
  }

  @Test
  void whatIsNotHttpIsAFailure() {
    for (String response :
        List.of(
            "hello\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{2\r\n}}\r\n0\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")) {
      try (FaultServer server = FaultServer.start();
          Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
        server.play(
            Http1Peer.script(
                peer -> {
                  peer.expectRequest();
                  peer.connection().send(response);
                  peer.connection().expectClosed();
                }));
        assertThatThrownBy(() -> client.complete(ask("Hi")))
            .as(response.substring(0, 7))
            .isInstanceOf(ProtocolException.class);
        server.verify();
      }
    }
  }

  @Test
  void whatNobodyAskedForEndsTheConnection() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http1(server).maxConnections(1, 1).build()) {
      server.play(
          Http1Peer.script(
              peer -> {
                peer.answer(peer.expectRequest());
                peer.connection().send("HTTP/1.1 408 Request Timeout\r\n\r\n");
                peer.connection().expectClosed();
              }),
          Http1Peer.script(peer -> peer.answer(peer.expectRequest())));
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      Wire.awaitPools(client, pools -> pools.get(0).connections() == 0);
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      server.verify();
    }
  }
}
