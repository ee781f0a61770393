package dev.gatewayz.fault;

import static dev.gatewayz.fault.Reaction.FAILS_CONNECTION;
import static dev.gatewayz.fault.Reaction.TOLERATES;

import dev.gatewayz.testkit.ErrorCode;
import java.util.List;

/** Frames that a client gets in place of its answer, or before it. */
@FunctionalInterface
interface Breach {

  /** The frames, all sent at once. */
  List<Frame> to(Http2Request request);

  /** What a server does to a client that has sent a request and waits. */
  @FunctionalInterface
  interface Offence {
    void commit(Http2Peer peer, Http2Request request) throws Exception;
  }

  /** A connection on which a request comes first. */
  static Http2Script afterRequest(Offence offence) {
    return peer -> {
      peer.handshake();
      offence.commit(peer, peer.expectRequest());
    };
  }

  /** A case in which the client must go on, and gets its answer. */
  static FaultCase tolerated(String name, String fault, Offence offence) {
    return FaultCase.of(
        name,
        fault,
        TOLERATES,
        afterRequest(
            (peer, request) -> {
              offence.commit(peer, request);
              peer.expectAlive();
              peer.answer(request);
            }));
  }

  /** A case in which the client must end the connection. */
  static FaultCase fatal(String name, String fault, ErrorCode code, Breach breach) {
    return FaultCase.of(
        name,
        fault,
        FAILS_CONNECTION,
        afterRequest(
            (peer, request) -> {
              peer.send(breach.to(request).toArray(Frame[]::new));
              peer.expectConnectionError(code);
            }));
  }

  /** A case in which the client must end the connection because of a frame. */
  static FaultCase fatal(String name, String fault, ErrorCode code, Frame frame) {
    return fatal(name, fault, code, request -> List.of(frame));
  }

  /** A case in which the client must end the stream, or may end the connection. */
  static FaultCase ofStream(
      String name, String fault, Reaction reaction, Breach breach, ErrorCode... codes) {
    return FaultCase.of(
        name,
        fault,
        reaction,
        afterRequest(
            (peer, request) -> {
              peer.send(breach.to(request).toArray(Frame[]::new));
              peer.expectStreamError(request.streamId(), codes);
            }));
  }
}
