package dev.gatewayz.fault;

import static dev.gatewayz.fault.Reaction.FAILS_CALL;
import static dev.gatewayz.fault.Reaction.FAILS_CONNECTION;
import static dev.gatewayz.testkit.ErrorCode.FLOW_CONTROL_ERROR;
import static dev.gatewayz.testkit.ErrorCode.FRAME_SIZE_ERROR;
import static dev.gatewayz.testkit.ErrorCode.PROTOCOL_ERROR;

import java.util.List;

/** Sections 6.7 to 6.9: PING, GOAWAY and WINDOW_UPDATE, good and malformed. */
final class H2specConnectionFrames {
  private static final int LARGEST = Integer.MAX_VALUE;

  private H2specConnectionFrames() {}

  static List<FaultCase> cases() {
    return List.of(
        Breach.tolerated(
            "6.7/1",
            "sends PING",
            (peer, request) -> {
              Frame ping = Frame.ping(0x6832_7370_6563_0000L);
              peer.send(ping);
              peer.expectPingAck(ping);
            }),
        Breach.tolerated(
            "6.7/2",
            "acknowledges a PING that was never sent",
            (peer, request) -> peer.send(Frame.pingAck(0x696e_7661_6c69_6400L))),
        Breach.fatal(
            "6.7/3",
            "sends PING on a stream",
            PROTOCOL_ERROR,
            Frame.of(Frame.PING, 0, 1, new byte[8])),
        Breach.fatal(
            "6.7/4",
            "sends PING of 6 bytes",
            FRAME_SIZE_ERROR,
            Frame.of(Frame.PING, 0, 0, new byte[6])),
        Breach.fatal(
            "6.8/1",
            "sends GOAWAY on a stream",
            PROTOCOL_ERROR,
            Frame.of(Frame.GOAWAY, 0, 1, new byte[8])),
        Breach.fatal(
            "6.9/1",
            "opens the connection's window by 0",
            PROTOCOL_ERROR,
            Frame.windowUpdate(0, 0)),
        Breach.ofStream(
            "6.9/2",
            "opens a stream's window by 0",
            FAILS_CALL,
            request -> List.of(Parts.head(request), Frame.windowUpdate(request.streamId(), 0)),
            PROTOCOL_ERROR),
        Breach.fatal(
            "6.9/3",
            "sends WINDOW_UPDATE of 3 bytes",
            FRAME_SIZE_ERROR,
            Frame.of(Frame.WINDOW_UPDATE, 0, 0, new byte[3])),
        FaultCase.of(
            "6.9.1/1",
            "opens the connection's window beyond the maximum",
            FAILS_CONNECTION,
            Breach.afterRequest(
                (peer, request) -> {
                  peer.send(Frame.windowUpdate(0, LARGEST), Frame.windowUpdate(0, LARGEST));
                  peer.expectGoAway(FLOW_CONTROL_ERROR);
                })),
        FaultCase.of(
            "6.9.1/2",
            "opens a stream's window beyond the maximum",
            FAILS_CALL,
            Breach.afterRequest(
                (peer, request) -> {
                  Frame open = Frame.windowUpdate(request.streamId(), LARGEST);
                  peer.send(Parts.head(request), open, open);
                  peer.expectReset(request.streamId(), FLOW_CONTROL_ERROR);
                })));
  }
}
