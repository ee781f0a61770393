package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Deadlines;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ConnectionException.Reason;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Http1Peer;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Protocol;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From nothing to a connection, and what can go wrong on the way. */
class ConnectingTest {

  private static GatewayzBuilder client(String apiBase) {
    return Gatewayz.builder().apiKey(Wire.KEY).apiBase(apiBase).noProxy().maxRetries(0);
  }

  /** Ten calls at once fail for that reason, and nothing is left of them. */
  private static void assertAllFail(GatewayzBuilder builder, Reason reason, String... said) {
    try (Gatewayz client = builder.build()) {
      var calls = IntStream.range(0, 10).mapToObj(i -> client.completeAsync(ask("Hi"))).toList();
      assertThat(calls)
          .allSatisfy(
              call ->
                  assertThatThrownBy(call::join)
                      .cause()
                      .isInstanceOfSatisfying(
                          ConnectionException.class,
                          e -> {
                            assertThat(e.reason()).isEqualTo(reason);
                            assertThat(e).hasMessageContainingAll(said);
                          }));
      Wire.awaitPools(
          client,
          pools ->
              pools.stream()
                  .allMatch(pool -> pool.opening() + pool.queued() + pool.connections() == 0));
    }
  }

  @Test
  void case33_nobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertAllFail(client("http://127.0.0.1:" + port), Reason.CONNECT, "127.0.0.1:" + port);
  }

  @Test
  void case33_nobodyHasThatName() {
    assertAllFail(
        client("https://no-such-host.invalid"), Reason.UNKNOWN_HOST, "no-such-host.invalid");
  }

  /** A key of somebody's whose provider is asked off the loop. */
  private static PrivateKey key(Supplier<String> format) {
    return new PrivateKey() {
      private static final long serialVersionUID = 1;

      @Override
      public String getAlgorithm() {
        return "none";
      }

      @Override
      public String getFormat() {
        return format.get();
      }

      @Override
      public byte @Nullable [] getEncoded() {
        return null;
      }
    };
  }

  @Test
  void whateverIsThrownWhereTlsIsSetUpIsTheFailureOfTheCalls() {
    try (MockGateway gateway = MockGateway.start()) {
      PrivateKey broken =
          key(
              () -> {
                throw new NoClassDefFoundError("no provider");
              });
      assertAllFail(
          Wire.H2.client(gateway).clientCertificate(broken, gateway.certificate()),
          Reason.TLS,
          "TLS could not be set up: no provider");
    }
  }

  @Test
  void aClientThatClosesWhileTlsIsSetUpLeavesNobodyToTell() throws Exception {
    CompletableFuture<Thread> settingUp = new CompletableFuture<>();
    CountDownLatch closed = new CountDownLatch(1);
    Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    PrivateKey slow =
        key(
            () -> {
              Thread thread = Thread.currentThread();
              thread.setUncaughtExceptionHandler((dying, thrown) -> uncaught.add(thrown));
              settingUp.complete(thread);
              try {
                closed.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return "none";
            });
    try (MockGateway gateway = MockGateway.start()) {
      Gatewayz client =
          Wire.H2
              .client(gateway)
              .clientCertificate(slow, gateway.certificate())
              .closeGrace(Duration.ZERO)
              .build();
      CompletableFuture<?> call = client.completeAsync(ask("Hi"));
      Thread thread = settingUp.get(20, TimeUnit.SECONDS);

      client.closeAsync().get(20, TimeUnit.SECONDS);
      closed.countDown();

      thread.join(20_000);
      assertThat(thread.isAlive()).isFalse();
      assertThat(uncaught).isEmpty();
      assertThat(call).isCompletedExceptionally();
    }
  }

  @Test
  void case33_theServerDoesNotSpeakTls() {
    try (FaultServer server = FaultServer.start()) {
      server.otherwise(
          connection -> {
            connection.send("220 mail.example.com ESMTP\r\n");
            connection.expectClosed();
          });
      assertAllFail(client("https://localhost:" + server.port()), Reason.TLS, "localhost");
    }
  }

  @Test
  void case33_theServerClosesDuringTheHandshake() {
    try (FaultServer server = FaultServer.start()) {
      server.otherwise(
          connection -> {
            connection.receive(5);
            connection.close();
          });
      assertAllFail(client("https://localhost:" + server.port()), Reason.TLS, "localhost");
    }
  }

  @Test
  void case33_nobodyVouchesForTheCertificate() {
    try (MockGateway gateway = MockGateway.start()) {
      assertAllFail(client(gateway.tlsApiBase()), Reason.TLS, "certificat");
      assertThat(gateway.requests()).isEmpty();
    }
  }

  @Test
  void case33_theCertificateIsForAnotherHost() {
    try (MockGateway gateway = MockGateway.builder().certificateFor("other.example").start()) {
      assertAllFail(
          client(gateway.tlsApiBase()).trust(gateway.certificate()), Reason.TLS, "localhost");
      assertThat(gateway.requests()).isEmpty();
    }
  }

  @Test
  void case33_afterAFailureTheNextCallTriesAgain() throws IOException {
    ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = taken.getLocalPort();
    taken.close();
    try (Gatewayz client = client("http://127.0.0.1:" + port).build()) {
      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(ConnectionException.class);
      try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        CompletableFuture<Void> served =
            CompletableFuture.runAsync(
                () -> {
                  try (var socket = listening.accept()) {
                    socket
                        .getOutputStream()
                        .write("HTTP/1.1 429 Too Many Requests\r\n\r\n".getBytes());
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
        assertThatThrownBy(() -> client.complete(ask("Hi"))).hasMessageContaining("429");
        served.join();
      }
    }
  }

  @Test
  void case38_aServerThatKnowsNoAlpnGetsHttp1() {
    try (FaultServer server = FaultServer.startTls();
        Gatewayz client = Asking.http1(server).trust(server.certificate()).build()) {
      server.play(Http1Peer.script(peer -> peer.answer(peer.expectRequest())));

      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      server.verify();
    }
  }

  @Test
  void case38_theServerChoosesTheProtocol() {
    for (Protocol protocol : Protocol.values()) {
      try (MockGateway gateway = MockGateway.builder().protocols(protocol).start();
          Gatewayz client = client(gateway.tlsApiBase()).trust(gateway.certificate()).build()) {
        assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
        assertThat(gateway.takeRequest().protocol()).isEqualTo(protocol);
      }
    }
  }

  @Test
  void aServerThatAsksWhoWeAreIsTold() throws Exception {
    X509Bundle mine =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=client")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    try (MockGateway strict =
        MockGateway.builder().requireClientCertificate(mine.getCertificate()).start()) {
      GatewayzBuilder with =
          client(strict.tlsApiBase())
              .trust(strict.certificate())
              .clientCertificate(mine.getKeyPair().getPrivate(), mine.getCertificatePath());
      try (Gatewayz client = with.build()) {
        assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      }
      try (Gatewayz client = client(strict.tlsApiBase()).trust(strict.certificate()).build()) {
        assertThatThrownBy(() -> client.complete(ask("Hi")))
            .isInstanceOf(ConnectionException.class);
      }
      assertThat(strict.requests()).hasSize(1);
    }
  }

  @Test
  void case37_throughAProxyToTls() {
    List<String> heads = new ArrayList<>();
    try (MockGateway gateway = MockGateway.builder().certificateFor("gateway.example").start();
        FaultServer proxy = FaultServer.start();
        Gatewayz client =
            Wire.H2
                .client(gateway)
                .apiBase("https://gateway.example")
                .maxConnections(1, 1)
                .proxy("http://user:pass%20word@127.0.0.1:" + proxy.port())
                .build()) {
      proxy.play(
          connection -> {
            heads.add(connection.receiveUntil("\r\n\r\n"));
            connection.send("HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n");
            connection.tunnelTo(gateway.tlsPort());
          });

      for (int i = 0; i < 5; i++) {
        assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      }

      assertThat(gateway.takeRequest().protocol()).isEqualTo(Protocol.HTTP_2);
      assertThat(proxy.connections()).isEqualTo(1);
      assertThat(heads.get(0))
          .startsWith("CONNECT gateway.example:443 HTTP/1.1\r\n")
          .contains("Proxy-Authorization: Basic dXNlcjpwYXNzIHdvcmQ=\r\n")
          .doesNotContain(Wire.KEY);
      assertThat(gateway.requests())
          .allSatisfy(request -> assertThat(request.header("proxy-authorization")).isEmpty());
    }
  }

  @Test
  void case37_throughAProxyToCleartext() {
    for (Wire wire : List.of(Wire.H2C, Wire.HTTP_1_1)) {
      try (MockGateway gateway = wire.gateway().start();
          FaultServer proxy = FaultServer.start();
          Gatewayz client =
              wire.client(gateway)
                  .apiBase("http://gateway.example")
                  .allowPlaintext()
                  .maxConnections(1, 1)
                  .proxy("127.0.0.1:" + proxy.port())
                  .build()) {
        proxy.play(
            connection -> {
              String head = connection.receiveUntil("\r\n\r\n");
              assertThat(head).doesNotContainIgnoringCase("authorization");
              connection.send("HTTP/1.1 200 OK\r\n\r\n");
              connection.tunnelTo(gateway.port());
            });
        assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
        assertThat(gateway.takeRequest().protocol()).isEqualTo(wire.protocol());
      }
    }
  }

  @Test
  void case37_aProxyThatRefusesSaysWhy() {
    for (String status : List.of("407 Proxy Authentication Required", "502 Bad Gateway")) {
      try (FaultServer proxy = FaultServer.start()) {
        proxy.otherwise(
            connection -> {
              connection.receiveUntil("\r\n\r\n");
              connection.send("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
              connection.expectClosed();
            });
        assertAllFail(
            client("https://gateway.example").proxy("http://user:secret@127.0.0.1:" + proxy.port()),
            Reason.CONNECT,
            "127.0.0.1:" + proxy.port(),
            status.substring(0, 3));
      }
    }
  }

  @Test
  void case37_aProxyThatClosesOrTalksNonsense() {
    for (String answer : List.of("", "nonsense\r\n\r\n", "x".repeat(20_000))) {
      try (FaultServer proxy = FaultServer.start()) {
        proxy.otherwise(
            connection -> {
              connection.receiveUntil("\r\n\r\n");
              connection.send(answer);
              connection.close();
            });
        assertAllFail(
            client("https://gateway.example").proxy("127.0.0.1:" + proxy.port()),
            Reason.CONNECT,
            "opened no tunnel");
      }
    }
  }

  @Test
  void whatNobodyAnswersIsAWaitForAConnectionAndIsNotRepeated() throws IOException {
    // The system takes connections in, and nobody ever reads from them.
    try (ServerSocket mute = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Gatewayz client =
            client("http://127.0.0.1:" + mute.getLocalPort())
                .http2PriorKnowledge()
                .maxRetries(2)
                .deadlines(Deadlines.DEFAULT.withAcquire(Duration.ofSeconds(1)))
                .build()) {
      assertThatThrownBy(() -> client.complete(ask("Hi")))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              e -> {
                assertThat(e.phase()).isEqualTo(Phase.ACQUIRE);
                assertThat(e.attempts()).isEqualTo(1);
                assertThat(e)
                    .hasMessageContaining("No connection to http://127.0.0.1:")
                    .hasMessageContaining(" opened within 1 s (ACQUIRE)");
              });
      assertThatThrownBy(() -> client.warmUp(1))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining(" within 1 s.");
    }
  }
}
