package dev.gatewayz.sample.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk and browsers that do not behave. */
class DeskTest {
  private static final String QUESTION = "question=What+went+wrong%3F";

  private final MockGateway gateway = MockGateway.start();

  @BeforeAll
  static void aBusyMachineIsNoNews() {
    SlowMachine.isNoNews();
  }

  @AfterAll
  static void othersHearItAgain() {
    SlowMachine.isNewsAgain();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private Desk desk(Duration idle) throws IOException {
    return new Desk(
            Gatewayz.builder()
                .apiBase(gateway.apiBase())
                .apiKey("none")
                .http2PriorKnowledge()
                .noProxy(),
            new Desk.Settings(
                0,
                "a gateway of this test",
                List.of("gatewayz/openai/gpt-4o-mini"),
                Witness.of(gateway),
                Duration.ofSeconds(1),
                idle))
        .open();
  }

  private static byte[] post(Desk desk, String path, String body, String... headers) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nhost: 127.0.0.1:"
            + desk.port()
            + "\r\ncontent-length: "
            + body.length()
            + "\r\nconnection: close\r\n"
            + String.join("", headers)
            + "\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** What a browser that reads to the end gets. */
  private static String answer(Desk desk, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void tabsThatNeverReadHoldUpTheirOwnAnswersOnly() throws IOException {
    int tabs = Integer.getInteger("desk.tabs", 100);
    int piece = 2_000;
    int pieces = 1_000;
    Reply endless = Reply.chunks(Collections.nCopies(pieces, "x".repeat(piece)));
    gateway.respond(
        request ->
            request.prompt().startsWith("Short") ? Reply.text("Two blades cracked.") : endless);
    List<SocketChannel> silent = new ArrayList<>();
    try (Desk desk = desk(Duration.ofSeconds(3))) {
      for (int i = 0; i < tabs; i++) {
        SocketChannel tab = SocketChannel.open();
        tab.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        tab.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), desk.port()));
        tab.write(ByteBuffer.wrap(post(desk, "/api/answers", QUESTION)));
        silent.add(tab);
      }
      gateway.awaitCounters(counters -> counters.requestsOpened() == tabs, Duration.ofSeconds(60));

      assertThat(answer(desk, post(desk, "/api/answers", "question=Short%3F")))
          .contains("cracked.");
      gateway.awaitCounters(counters -> counters.requestsOpen() == 0, Duration.ofSeconds(60));
      assertThat(gateway.counters().resetsReceived()).isEqualTo(tabs);
      assertThat(gateway.counters().bytesSent()).isLessThan((long) tabs * piece * pieces / 3);
    } finally {
      for (SocketChannel tab : silent) {
        tab.close();
      }
    }
  }

  @Test
  void theCallOfABrowserThatLeavesIsCancelled() throws IOException {
    gateway.reply(Reply.chunks("Two ", "blades").after(2, Step.stall()));
    try (Desk desk = desk(Duration.ofMinutes(1))) {
      RecordedRequest request;
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
        socket.getOutputStream().write(post(desk, "/api/answers", QUESTION));
        request = gateway.takeRequest();
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }

      assertThat(request.awaitEnding().isResetBy(ErrorCode.CANCEL)).isTrue();
    }
  }

  @Test
  void otherSitesAndOtherFilesAreRefused() throws IOException {
    try (Desk desk = desk(Duration.ofMinutes(1))) {
      assertThat(
              answer(
                  desk, post(desk, "/api/answers", QUESTION, "origin: https://evil.example\r\n")))
          .startsWith("HTTP/1.1 403 ");
      String rebound = new String(post(desk, "/api/answers", QUESTION), StandardCharsets.US_ASCII);
      assertThat(
              answer(
                  desk,
                  rebound
                      .replaceFirst("127.0.0.1", "evil.example")
                      .getBytes(StandardCharsets.US_ASCII)))
          .startsWith("HTTP/1.1 421 ");
      assertThat(answer(desk, post(desk, "/lib/../../dev/gatewayz/sample/Main.class", "")))
          .startsWith("HTTP/1.1 404 ");
      assertThat(answer(desk, post(desk, "/desk.js", ""))).startsWith("HTTP/1.1 405 ");
      assertThat(answer(desk, post(desk, "/api/answers", QUESTION + "&model=gpt-4o")))
          .startsWith("HTTP/1.1 400 ")
          .contains("begins with \\\"gatewayz/\\\"");
      assertThat(gateway.requests()).isEmpty();
    }
  }
}
