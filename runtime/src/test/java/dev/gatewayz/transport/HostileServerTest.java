package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.fault.ConnectionScript;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Frame;
import dev.gatewayz.fault.HeaderBlock;
import dev.gatewayz.fault.Http1Peer;
import dev.gatewayz.fault.Http2Peer;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server may do that nobody does in good faith, over either version of HTTP: the call has
 * its answer or a failure of ours, memory stays bounded, and the next call is answered.
 */
class HostileServerTest {
  private static final int PIECE = 16_000;

  /** Said by servers that say too much: 64 MB. */
  private static final int PIECES = 4_000;

  /** The server closes each connection, which may be noticed by the next request only. */
  private static final CallOptions AGAIN = CallOptions.builder().retries(Wire.promptly(3)).build();

  private static final String ANSWER =
      """
      {"choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},\
      "finish_reason":"stop"}]}""";

  /** A version of HTTP, and how a server answers in it. */
  enum Version {
    HTTP_1_1 {
      @Override
      ConnectionScript answering(Answer answer) {
        return Http1Peer.script(
            peer -> {
              peer.expectRequest();
              StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status + " Whatever\r\n");
              for (int i = 0; i < answer.headers.size(); i += 2) {
                head.append(answer.headers.get(i) + ": " + answer.headers.get(i + 1) + "\r\n");
              }
              boolean hasLength = answer.headers.contains("content-length");
              head.append(hasLength ? "\r\n" : "transfer-encoding: chunked\r\n\r\n");
              for (int i = 0; i < answer.heads; i++) {
                peer.connection().send(head.toString());
              }
              for (String piece : answer.pieces()) {
                String size = Integer.toHexString(piece.length()) + "\r\n";
                peer.connection().send(hasLength ? piece : size + piece + "\r\n");
              }
              if (answer.ends) {
                peer.connection().send((hasLength ? "" : "0\r\n\r\n") + answer.behind);
              }
            });
      }
    },
    HTTP_2 {
      @Override
      ConnectionScript answering(Answer answer) {
        return Http2Peer.script(
            peer -> {
              peer.handshake();
              int id = peer.expectRequest().streamId();
              List<String> head = new ArrayList<>(List.of(":status", "" + answer.status));
              head.addAll(answer.headers);
              for (int i = 0; i < answer.heads; i++) {
                peer.respond(id, false, head.toArray(String[]::new));
              }
              for (String piece : answer.pieces()) {
                peer.sendWithinWindows(Frame.data(id, piece, false));
              }
              if (answer.ends) {
                peer.send(Frame.data(id, "", true));
                if (!answer.behind.isEmpty()) {
                  peer.send(Frame.data(id, answer.behind, true));
                  peer.send(Frame.headers(id, HeaderBlock.of(":status", "200"), true, true));
                }
              }
            });
      }
    };

    abstract ConnectionScript answering(Answer answer);

    Gatewayz client(FaultServer server) {
      var builder = this == HTTP_2 ? Asking.http2(server) : Asking.http1(server);
      return builder
          .maxAnswerSize(1 << 20)
          .deadlines(Deadlines.DEFAULT.withAcquire(Duration.ofSeconds(20)))
          .build();
    }
  }

  /** What a server answers. */
  private static final class Answer {
    private final int status;
    private final List<String> headers;
    private String piece = "";
    private int times = 1;
    private int heads = 1;
    private String behind = "";
    private boolean ends = true;

    private Answer(int status, String... headers) {
      this.status = status;
      this.headers = List.of(headers);
    }

    static Answer of(String type, String body) {
      return new Answer(200, "content-type", type).saying(body, 1);
    }

    Answer saying(String text, int howOften) {
      piece = text;
      times = howOften;
      return this;
    }

    Answer heads(int number) {
      heads = number;
      return this;
    }

    Answer behind(String text) {
      behind = text;
      return this;
    }

    Answer endless() {
      ends = false;
      return this;
    }

    Iterable<String> pieces() {
      return Stream.generate(() -> piece).limit(times)::iterator;
    }
  }

  private static Arguments given(String name, Answer answer, Class<?>... ends) {
    return Arguments.of(name, answer, List.of(ends));
  }

  private static Answer withLength(int length, String body) {
    return new Answer(
            200, "content-type", "application/json", "content-length", String.valueOf(length))
        .saying(body, 1);
  }

  static Stream<Arguments> answersInOnePiece() {
    String json = "application/json";
    return Stream.of(
        given("more behind the end", Answer.of(json, ANSWER).behind("more"), Completion.class),
        given(
            "two heads",
            Answer.of(json, ANSWER).heads(2),
            ProtocolException.class,
            ConnectionException.class),
        given(
            "longer than it says",
            withLength(ANSWER.length() - 5, ANSWER),
            ProtocolException.class,
            ConnectionException.class),
        given(
            "shorter than it says",
            withLength(ANSWER.length() + 5, ANSWER),
            ProtocolException.class,
            ConnectionException.class),
        given(
            "two lengths",
            new Answer(200, "content-type", json, "content-length", "5", "content-length", "" + 200)
                .saying(ANSWER, 1),
            ProtocolException.class,
            ConnectionException.class),
        given(
            "no length",
            new Answer(200, "content-type", json, "content-length", "-1").saying(ANSWER, 1),
            ProtocolException.class,
            ConnectionException.class),
        given(
            "an answer without end",
            new Answer(200, "content-type", json).saying(" ".repeat(PIECE), PIECES).endless(),
            ProtocolException.class),
        given(
            "an error without end",
            new Answer(500, "content-type", json).saying("x".repeat(PIECE), PIECES).endless(),
            InternalServerException.class),
        given(
            "an error page",
            new Answer(500, "content-type", "text/html").saying("x".repeat(PIECE), 600),
            InternalServerException.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answersInOnePiece")
  void anAnswerInOnePiece(String name, Answer answer, List<Class<?>> ends) {
    for (Version version : Version.values()) {
      try (FaultServer server = FaultServer.start();
          Gatewayz client = version.client(server)) {
        server.play(version.answering(answer)).otherwise(version.answering(GOOD));

        Object end =
            client
                .completeAsync(ask("Hi"))
                .handle((value, failure) -> failure == null ? value : failure)
                .join();

        assertThat(ends).as("%s: %s", version, end).anyMatch(type -> type.isInstance(end));
        assertThat(client.complete(ask("Hi"), AGAIN).text()).isEqualTo("Hello");
      }
    }
  }

  private static final Answer GOOD = Answer.of("application/json", ANSWER);

  static Stream<Arguments> streams() {
    String events = "text/event-stream";
    String hello = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n";
    String finish =
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    String whole = hello + finish + "data: [DONE]\n\n";
    return Stream.of(
        given("more behind the end", Answer.of(events, whole).behind(hello), String.class),
        given("more behind [DONE]", Answer.of(events, whole + hello.repeat(200)), String.class),
        given("[DONE] again", Answer.of(events, whole.repeat(3)), String.class),
        given("finished again", Answer.of(events, hello + finish.repeat(9)), String.class),
        given(
            "two heads",
            Answer.of(events, whole).heads(2),
            String.class,
            ProtocolException.class,
            ConnectionException.class),
        given(
            "events without a word",
            new Answer(200, "content-type", events)
                .saying("data:\n\n".repeat(PIECE / 7), 60)
                .endless(),
            GatewayzException.class),
        given(
            "events without a choice",
            new Answer(200, "content-type", events)
                .saying("data: {\"choices\":[]}\n\n".repeat(PIECE / 22), 60)
                .endless(),
            GatewayzException.class),
        given(
            "comments",
            new Answer(200, "content-type", events).saying(":\n".repeat(PIECE / 2), 60).endless(),
            GatewayzException.class),
        given(
            "one line without end",
            new Answer(200, "content-type", events).saying("x".repeat(PIECE), PIECES).endless(),
            ProtocolException.class),
        given(
            "one event without end",
            new Answer(200, "content-type", events)
                .saying("data: x\n".repeat(PIECE / 8), PIECES)
                .endless(),
            ProtocolException.class),
        given(
            "an error without end",
            new Answer(500, "content-type", events).saying("x".repeat(PIECE), PIECES).endless(),
            InternalServerException.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void aStream(String name, Answer answer, List<Class<?>> ends) {
    for (Version version : Version.values()) {
      try (FaultServer server = FaultServer.start();
          Gatewayz client = version.client(server)) {
        server.play(version.answering(answer)).otherwise(version.answering(GOOD));
        StringBuilder text = new StringBuilder();

        Probe<?> probe = Probe.of(client.stream(ask("Hi")), chunk -> text.append(chunk.text()));
        Throwable failure = probe.request(Long.MAX_VALUE).awaitEnd();

        Object end = failure == null ? text.toString() : failure;
        assertThat(ends).as("%s: %s", version, end).anyMatch(type -> type.isInstance(end));
        if (failure == null) {
          assertThat(text.toString()).isEqualTo("Hello");
        }
        assertThat(client.complete(ask("Hi"), AGAIN).text()).isEqualTo("Hello");
      }
    }
  }

  /** Every request for anything but chat is as bounded as an answer. */
  @ParameterizedTest
  @EnumSource
  void aCatalogueWithoutEnd(Version version) {
    Answer endless =
        new Answer(200, "content-type", "application/json")
            .saying(" ".repeat(PIECE), PIECES)
            .endless();
    try (FaultServer server = FaultServer.start();
        Gatewayz client = version.client(server)) {
      server.play(version.answering(endless)).otherwise(version.answering(GOOD));

      try {
        client.models();
        fail("there was an answer");
      } catch (ProtocolException e) {
        assertThat(e).hasMessageContaining("maxAnswerSize()");
      }
      assertThat(client.complete(ask("Hi"), AGAIN).text()).isEqualTo("Hello");
    }
  }
}
