package dev.gatewayz.fault;

import static dev.gatewayz.fault.Breach.afterRequest;
import static dev.gatewayz.fault.Reaction.FAILS_CALL;
import static dev.gatewayz.fault.Reaction.TOLERATES;

import dev.gatewayz.testkit.ErrorCode;
import java.util.Arrays;
import java.util.List;

/** The seven things that gRPC's negative HTTP/2 tests do to clients, done to calls of ours. */
public final class InteropCases {
  private static final int CALLS_AT_ONCE = 3;
  private static final int MOST_PADDING = 255;
  private static final int PIECE = 5;
  private static final int MORE_THAN_A_WINDOW_WITH_PADDING = 2_000;

  private InteropCases() {}

  /** All of them. */
  public static List<FaultCase> all() {
    return List.of(
        goAway(),
        resetAfter("rst_after_header", "resets the stream after the headers", 0),
        resetAfter("rst_during_data", "resets the stream in the middle of the body", 0.5),
        resetAfter(
            "rst_after_data", "resets the stream after the body, without an end of the stream", 1),
        FaultCase.of(
            "ping",
            "sends PING before and after each frame",
            TOLERATES,
            afterRequest(
                (peer, request) -> {
                  peer.expectAlive();
                  peer.respond(request);
                  peer.expectAlive();
                  peer.send(Frame.data(request.streamId(), Answers.to(request.body()), true));
                  peer.expectAlive();
                })),
        maxStreams(),
        FaultCase.of(
            "data_frame_padding",
            "sends five bytes a frame, and 255 of padding, within the windows",
            TOLERATES,
            afterRequest(InteropCases::answerPadded)));
  }

  /** The second call has to take a second connection. */
  private static FaultCase goAway() {
    Http2Script first =
        afterRequest(
            (peer, request) -> {
              peer.answer(request);
              peer.send(Frame.goAway(request.streamId(), ErrorCode.NO_ERROR, ""));
            });
    Http2Script second = afterRequest(Http2Peer::answer);
    return new FaultCase(
        "goaway",
        "takes leave after the first answer",
        TOLERATES,
        2,
        List.of(Http2Peer.script(first), Http2Peer.script(second)));
  }

  private static FaultCase resetAfter(String name, String fault, double partOfBody) {
    return FaultCase.of(
        name,
        fault,
        FAILS_CALL,
        afterRequest(
            (peer, request) -> {
              byte[] body = Answers.to(request.body());
              byte[] part = Arrays.copyOf(body, (int) (body.length * partOfBody));
              peer.respond(request);
              if (part.length > 0) {
                peer.send(Frame.data(request.streamId(), part, false));
              }
              peer.send(Frame.reset(request.streamId(), ErrorCode.CANCEL));
              peer.expectAlive();
            }));
  }

  /** One stream at a time: a request that comes before the one before is answered is a failure. */
  private static FaultCase maxStreams() {
    Http2Script script =
        peer -> {
          peer.handshake(Frame.settings(Frame.MAX_CONCURRENT_STREAMS, 1));
          for (int i = 0; i < CALLS_AT_ONCE; i++) {
            Http2Request request = peer.expectRequest();
            peer.expectQuiet();
            peer.answer(request);
          }
        };
    return new FaultCase(
        "max_streams",
        "allows one stream at a time",
        TOLERATES,
        CALLS_AT_ONCE,
        List.of(Http2Peer.script(script)));
  }

  private static void answerPadded(Http2Peer peer, Http2Request request) {
    byte[] body = Answers.padded(request.body(), MORE_THAN_A_WINDOW_WITH_PADDING);
    peer.respond(request);
    for (int at = 0; at < body.length; at += PIECE) {
      int end = Math.min(at + PIECE, body.length);
      byte[] piece = Arrays.copyOfRange(body, at, end);
      peer.sendWithinWindows(
          Frame.paddedData(request.streamId(), piece, MOST_PADDING, end == body.length));
    }
    peer.expectAlive();
  }
}
