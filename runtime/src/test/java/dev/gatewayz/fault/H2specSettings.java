package dev.gatewayz.fault;

import static dev.gatewayz.fault.Reaction.FAILS_CONNECTION;
import static dev.gatewayz.fault.Reaction.TOLERATES;

import dev.gatewayz.testkit.ErrorCode;
import java.util.List;

/** Section 6.5: SETTINGS that are malformed, out of range, unknown, or just right. */
final class H2specSettings {
  private static final int UNKNOWN = 0xff;

  private H2specSettings() {}

  static List<FaultCase> cases() {
    return List.of(
        FaultCase.of(
            "6.5/1",
            "acknowledges settings with a payload",
            FAILS_CONNECTION,
            peer -> {
              peer.expectPreface();
              peer.send(Frame.settings(), Frame.of(Frame.SETTINGS, Frame.ACK, 0, new byte[1]));
              peer.expectConnectionError(ErrorCode.FRAME_SIZE_ERROR);
            }),
        refused(
            "6.5/2",
            "sends SETTINGS on a stream",
            Frame.of(
                Frame.SETTINGS, 0, 1, Frame.settings(Frame.MAX_CONCURRENT_STREAMS, 100).payload()),
            ErrorCode.PROTOCOL_ERROR),
        refused(
            "6.5/3",
            "sends SETTINGS of 3 bytes",
            Frame.of(Frame.SETTINGS, 0, 0, (byte) 0, (byte) 3, (byte) 0),
            ErrorCode.FRAME_SIZE_ERROR,
            ErrorCode.PROTOCOL_ERROR),
        refused(
            "6.5.2/1",
            "sets an initial window above the maximum",
            Frame.settings(Frame.INITIAL_WINDOW_SIZE, 1L << 31),
            ErrorCode.FLOW_CONTROL_ERROR),
        refused(
            "6.5.2/2",
            "sets a maximum frame size below the smallest",
            Frame.settings(Frame.MAX_FRAME_SIZE, (1 << 14) - 1),
            ErrorCode.PROTOCOL_ERROR),
        refused(
            "6.5.2/3",
            "sets a maximum frame size above the largest",
            Frame.settings(Frame.MAX_FRAME_SIZE, 1 << 24),
            ErrorCode.PROTOCOL_ERROR),
        accepted("6.5.2/4", "sets something unknown", Frame.settings(UNKNOWN, 1)),
        accepted(
            "6.5.3/1",
            "sends settings, and waits for the acknowledgement",
            Frame.settings(Frame.MAX_CONCURRENT_STREAMS, 100)));
  }

  private static FaultCase refused(String name, String fault, Frame settings, ErrorCode... codes) {
    return FaultCase.of(
        name,
        fault,
        FAILS_CONNECTION,
        peer -> {
          peer.expectPreface();
          peer.send(settings);
          peer.expectConnectionError(codes);
        });
  }

  private static FaultCase accepted(String name, String fault, Frame settings) {
    return FaultCase.of(
        name,
        fault,
        TOLERATES,
        peer -> {
          peer.handshake(settings);
          Http2Request request = peer.expectRequest();
          peer.expectAlive();
          peer.answer(request);
        });
  }
}
