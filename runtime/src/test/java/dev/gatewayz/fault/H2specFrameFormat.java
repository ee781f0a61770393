package dev.gatewayz.fault;

import static dev.gatewayz.fault.Reaction.FAILS_CALL;
import static dev.gatewayz.fault.Reaction.TOLERATES;

import dev.gatewayz.testkit.ErrorCode;
import java.util.List;

/** Sections 1 and 4: the beginning, and what all frames have in common. */
final class H2specFrameFormat {
  private static final int UNKNOWN = 0x16;
  private static final int UNDEFINED_FLAGS = 0x16;
  private static final int RESERVED_BIT = 0x8000_0000;
  private static final int SMALLEST_MAXIMUM = 16_384;

  private H2specFrameFormat() {}

  static List<FaultCase> cases() {
    return List.of(
        Breach.tolerated("1/1", "sends a server's preface", (peer, request) -> {}),
        Breach.tolerated(
            "4.1/1",
            "sends a frame of an unknown type",
            (peer, request) -> peer.send(Frame.of(UNKNOWN, 0, 0, new byte[8]))),
        Breach.tolerated(
            "4.1/2",
            "sends a frame with flags that are not defined",
            (peer, request) -> ping(peer, Frame.of(Frame.PING, UNDEFINED_FLAGS, 0, new byte[8]))),
        Breach.tolerated(
            "4.1/3",
            "sends a frame with the reserved bit",
            (peer, request) -> ping(peer, Frame.of(Frame.PING, 0, RESERVED_BIT, new byte[8]))),
        FaultCase.of(
            "4.2/1",
            "sends a DATA frame of 2^14 bytes",
            TOLERATES,
            Breach.afterRequest(
                (peer, request) -> {
                  peer.respond(request);
                  byte[] body = Answers.padded(request.body(), SMALLEST_MAXIMUM);
                  peer.send(Frame.data(request.streamId(), body, true));
                  peer.expectAlive();
                })),
        FaultCase.of(
            "4.2/2",
            "sends a DATA frame larger than the client takes",
            FAILS_CALL,
            Breach.afterRequest(
                (peer, request) -> {
                  byte[] large = new byte[peer.maxFrameSize() + 1];
                  peer.send(Parts.head(request), Frame.data(request.streamId(), large, true));
                  peer.expectStreamError(request.streamId(), ErrorCode.FRAME_SIZE_ERROR);
                })),
        FaultCase.of(
            "4.2/3",
            "sends a HEADERS frame larger than the client takes",
            Reaction.FAILS_CONNECTION,
            Breach.afterRequest(
                (peer, request) -> {
                  String large = "x".repeat(peer.maxFrameSize());
                  byte[] block = HeaderBlock.of(":status", "200", "x-large", large);
                  peer.send(Frame.headers(request.streamId(), block, true, true));
                  peer.expectConnectionError(ErrorCode.FRAME_SIZE_ERROR);
                })),
        Breach.fatal(
            "4.3/1",
            "sends a header block that cannot be decoded",
            ErrorCode.COMPRESSION_ERROR,
            request -> {
              byte[] literalWithoutNameAndValue = {0x40};
              int stream = request.streamId();
              return List.of(Frame.headers(stream, literalWithoutNameAndValue, true, true));
            }));
  }

  private static void ping(Http2Peer peer, Frame ping) {
    peer.send(ping);
    peer.expectPingAck(ping);
  }
}
