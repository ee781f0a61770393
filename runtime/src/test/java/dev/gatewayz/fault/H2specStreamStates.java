package dev.gatewayz.fault;

import static dev.gatewayz.fault.Reaction.FAILS_CALL;
import static dev.gatewayz.fault.Reaction.FAILS_CONNECTION;
import static dev.gatewayz.fault.Reaction.REFUSES_REST;
import static dev.gatewayz.testkit.ErrorCode.PROTOCOL_ERROR;
import static dev.gatewayz.testkit.ErrorCode.STREAM_CLOSED;

import dev.gatewayz.testkit.ErrorCode;
import java.util.List;
import java.util.function.IntFunction;

/** Section 5: frames on streams that are not there yet, or no more; errors; extensions. */
final class H2specStreamStates {
  private static final int IDLE = 2;
  private static final int NEVER_OPENED = 101;
  private static final int UNKNOWN = 0xfe;
  private static final Frame PING_ON_A_STREAM = Frame.of(Frame.PING, 0, 3, new byte[8]);

  private H2specStreamStates() {}

  static List<FaultCase> cases() {
    return List.of(
        onIdle("5.1/1", "sends DATA on an idle stream", Parts.body(IDLE)),
        onIdle("5.1/2", "sends RST_STREAM on an idle stream", Frame.reset(IDLE, ErrorCode.CANCEL)),
        onIdle("5.1/3", "sends WINDOW_UPDATE on an idle stream", Frame.windowUpdate(IDLE, 100)),
        onIdle("5.1/4", "sends CONTINUATION on an idle stream", Parts.rest(IDLE)),
        afterReset("5.1/5", "sends DATA after RST_STREAM", Parts::body),
        afterReset("5.1/6", "sends HEADERS after RST_STREAM", Parts::headOnly),
        afterReset("5.1/7", "sends CONTINUATION after RST_STREAM", Parts::rest),
        afterEnd("5.1/8", "sends DATA after the end", Parts::body),
        afterEnd("5.1/9", "sends HEADERS after the end", Parts::headOnly),
        afterEnd("5.1/10", "sends CONTINUATION after the end", Parts::rest),
        onIdle(
            "5.1.1/1", "answers on a stream that was never opened", Parts.headOnly(NEVER_OPENED)),
        FaultCase.of(
            "5.4.1/1",
            "sends an invalid PING, and waits for the connection to be closed",
            FAILS_CONNECTION,
            Breach.afterRequest(
                (peer, request) -> {
                  peer.send(PING_ON_A_STREAM);
                  peer.expectClosed();
                })),
        FaultCase.of(
            "5.4.1/2",
            "sends an invalid PING, and waits for GOAWAY",
            FAILS_CONNECTION,
            Breach.afterRequest(
                (peer, request) -> {
                  peer.send(PING_ON_A_STREAM);
                  peer.expectGoAway(PROTOCOL_ERROR);
                })),
        Breach.tolerated(
            "5.5/1",
            "sends a frame of an extension that is not known",
            (peer, request) ->
                peer.send(Frame.of(UNKNOWN, 0xff, request.streamId(), new byte[8]))));
  }

  private static FaultCase onIdle(String name, String fault, Frame frame) {
    return Breach.fatal(name, fault, PROTOCOL_ERROR, frame);
  }

  private static FaultCase afterReset(String name, String fault, IntFunction<Frame> surplus) {
    return Breach.ofStream(
        name,
        fault,
        FAILS_CALL,
        request ->
            List.of(
                Parts.head(request),
                Frame.reset(request.streamId(), ErrorCode.CANCEL),
                surplus.apply(request.streamId())),
        STREAM_CLOSED,
        PROTOCOL_ERROR);
  }

  private static FaultCase afterEnd(String name, String fault, IntFunction<Frame> surplus) {
    return Breach.ofStream(
        name,
        fault,
        REFUSES_REST,
        request -> List.of(Parts.headOnly(request.streamId()), surplus.apply(request.streamId())),
        STREAM_CLOSED,
        PROTOCOL_ERROR);
  }
}
