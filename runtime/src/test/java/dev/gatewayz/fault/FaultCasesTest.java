package dev.gatewayz.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.client.Http2Call;
import dev.gatewayz.testkit.client.Http2Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogues, played to Netty's own codec and to clients that do not deserve to pass. */
class FaultCasesTest {
  private static final String PATH = "/v1/chat/completions";
  private static final String CALL =
      "{\"model\":\"a/b\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  static Stream<FaultCase> tolerable() {
    return all().filter(faults -> faults.reaction() == Reaction.TOLERATES);
  }

  static Stream<FaultCase> all() {
    return Stream.concat(H2specCases.all().stream(), InteropCases.all().stream());
  }

  @Test
  void areComplete() {
    assertThat(H2specCases.all()).hasSize(57);
    assertThat(InteropCases.all()).hasSize(7);
    assertThat(all().map(FaultCase::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void passWithNettysClient(FaultCase faults) {
    try (FaultServer server = FaultServer.start()) {
      server.play(faults);
      try (Http2Client first = Http2Client.connect(server.port())) {
        List<Http2Call> calls = new ArrayList<>();
        if (faults.connections().size() == 1) {
          for (int i = 0; i < faults.calls(); i++) {
            calls.add(first.post(PATH, CALL).await());
          }
        } else {
          calls.add(first.post(PATH, CALL).await());
          first.awaitGoAway();
          try (Http2Client second = Http2Client.connect(server.port())) {
            calls.add(second.post(PATH, CALL).await());
          }
        }
        server.verify();
        assertFared(faults.reaction(), calls);
      }
    }
  }

  private static void assertFared(Reaction reaction, List<Http2Call> calls) {
    switch (reaction) {
      case TOLERATES ->
          assertThat(calls).allSatisfy(call -> assertThat(call.text()).contains("Hello", "[DONE]"));
      case FAILS_CALL, FAILS_CONNECTION -> assertThat(calls).noneMatch(Http2Call::isEnded);
      case REFUSES_REST -> assertThat(calls).allMatch(Http2Call::isEnded);
    }
  }

  /** All at once, for each takes as long as the server is patient. */
  @Test
  void failWithAClientThatDoesNotReact() throws IOException {
    Map<FaultServer, FaultCase> servers = new LinkedHashMap<>();
    List<Socket> clients = new ArrayList<>();
    try {
      for (FaultCase faults : all().toList()) {
        FaultServer server = FaultServer.start(Duration.ofMillis(500));
        servers.put(server.play(faults), faults);
        clients.add(indifferent(server));
      }
      servers.forEach(
          (server, faults) ->
              assertThatThrownBy(server::verify)
                  .as(faults.toString())
                  .isInstanceOf(AssertionError.class)
                  .hasMessageMatching("(?s).*(Nothing more came|No client came for script 2).*"));
    } finally {
      for (Socket client : clients) {
        client.close();
      }
      servers.keySet().forEach(FaultServer::close);
    }
  }

  private static Socket indifferent(FaultServer server) throws IOException {
    Socket client = new Socket("127.0.0.1", server.port());
    byte[] head = HeaderBlock.of(":method", "POST", ":path", PATH, ":scheme", "http");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(PREFACE);
    all.writeBytes(Frame.settings().toBytes());
    all.writeBytes(Frame.settingsAck().toBytes());
    all.writeBytes(Frame.headers(1, head, false, true).toBytes());
    all.writeBytes(Frame.data(1, CALL, true).toBytes());
    client.getOutputStream().write(all.toByteArray());
    return client;
  }

  @ParameterizedTest
  @MethodSource("tolerable")
  void failWithAClientThatClosesWhereItHasToGoOn(FaultCase faults) throws IOException {
    try (FaultServer server = FaultServer.start()) {
      server.play(faults);
      try (Socket client = new Socket("127.0.0.1", server.port())) {
        client.getOutputStream().write(PREFACE);
        client.getOutputStream().write(Frame.settings().toBytes());
        assertThat(client.getInputStream().read()).isNotNegative();
      }
      assertThatThrownBy(server::verify).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void maxStreamsFailsWithAClientThatHasTwo() {
    FaultCase faults =
        InteropCases.all().stream()
            .filter(candidate -> candidate.name().equals("max_streams"))
            .findFirst()
            .orElseThrow();
    CountDownLatch bothAreSent = new CountDownLatch(1);
    try (FaultServer server = FaultServer.start()) {
      server.play(
          connection -> {
            bothAreSent.await();
            faults.connections().get(0).play(connection);
          });
      try (Http2Client client = Http2Client.connect(server.port())) {
        client.post(PATH, CALL);
        client.post(PATH, CALL);
        bothAreSent.countDown();

        assertThatThrownBy(server::verify)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("there is another request");
      }
    }
  }
}
