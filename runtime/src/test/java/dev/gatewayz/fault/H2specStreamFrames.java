package dev.gatewayz.fault;

import static dev.gatewayz.fault.Reaction.FAILS_CALL;
import static dev.gatewayz.fault.Reaction.FAILS_CONNECTION;
import static dev.gatewayz.fault.Reaction.REFUSES_REST;
import static dev.gatewayz.testkit.ErrorCode.FRAME_SIZE_ERROR;
import static dev.gatewayz.testkit.ErrorCode.PROTOCOL_ERROR;
import static dev.gatewayz.testkit.ErrorCode.STREAM_CLOSED;

import dev.gatewayz.testkit.ErrorCode;
import java.util.List;

/** Sections 6.1 to 6.4: DATA, HEADERS, PRIORITY and RST_STREAM that are malformed. */
final class H2specStreamFrames {
  private static final int IDLE = 2;

  private H2specStreamFrames() {}

  static List<FaultCase> cases() {
    return List.of(
        Breach.fatal("6.1/1", "sends DATA on stream 0", PROTOCOL_ERROR, Parts.body(0)),
        Breach.ofStream(
            "6.1/2",
            "sends DATA on a stream that is closed",
            REFUSES_REST,
            request -> List.of(Parts.headOnly(request.streamId()), Parts.body(request.streamId())),
            STREAM_CLOSED),
        Breach.fatal(
            "6.1/3",
            "sends DATA with more padding than payload",
            PROTOCOL_ERROR,
            request -> List.of(Parts.head(request), overPadded(request, 0, Parts.body(0)))),
        Breach.fatal(
            "6.2/1",
            "sends HEADERS that go on, and PRIORITY instead",
            PROTOCOL_ERROR,
            request ->
                List.of(
                    Parts.unfinishedHead(request),
                    Frame.priority(request.streamId(), 0),
                    Parts.rest(request.streamId()))),
        Breach.fatal("6.2/2", "sends HEADERS on stream 0", PROTOCOL_ERROR, Parts.headOnly(0)),
        Breach.ofStream(
            "6.2/3",
            "sends HEADERS with more padding than payload",
            FAILS_CONNECTION,
            request -> List.of(overPadded(request, Frame.END_HEADERS, Parts.headOnly(0))),
            PROTOCOL_ERROR),
        Breach.fatal("6.3/1", "sends PRIORITY on stream 0", PROTOCOL_ERROR, Frame.priority(0, 0)),
        Breach.ofStream(
            "6.3/2",
            "sends PRIORITY of 4 bytes",
            FAILS_CALL,
            request ->
                List.of(
                    Parts.head(request),
                    Frame.of(Frame.PRIORITY, 0, request.streamId(), new byte[4])),
            FRAME_SIZE_ERROR),
        Breach.fatal(
            "6.4/1",
            "sends RST_STREAM on stream 0",
            PROTOCOL_ERROR,
            Frame.reset(0, ErrorCode.CANCEL)),
        Breach.fatal(
            "6.4/2",
            "sends RST_STREAM on an idle stream",
            PROTOCOL_ERROR,
            Frame.reset(IDLE, ErrorCode.CANCEL)),
        Breach.ofStream(
            "6.4/3",
            "sends RST_STREAM of 3 bytes",
            FAILS_CONNECTION,
            request ->
                List.of(
                    Parts.head(request),
                    Frame.of(Frame.RST_STREAM, 0, request.streamId(), new byte[3])),
            FRAME_SIZE_ERROR));
  }

  /** The content of a frame, on the request's stream, behind one byte that claims too much. */
  private static Frame overPadded(Http2Request request, int flags, Frame frame) {
    byte[] content = frame.payload();
    byte[] payload = new byte[1 + content.length];
    payload[0] = (byte) (content.length + 1);
    System.arraycopy(content, 0, payload, 1, content.length);
    return Frame.of(frame.type(), flags | Frame.PADDED, request.streamId(), payload);
  }
}
