package dev.gatewayz.fault;

import static dev.gatewayz.fault.Reaction.TOLERATES;
import static dev.gatewayz.testkit.ErrorCode.PROTOCOL_ERROR;

import java.util.List;

/** Section 6.10: header blocks that go on, where they may and where they may not. */
final class H2specContinuation {
  private H2specContinuation() {}

  static List<FaultCase> cases() {
    return List.of(
        FaultCase.of(
            "6.10/1",
            "goes on with HEADERS in two CONTINUATION frames",
            TOLERATES,
            Breach.afterRequest(
                (peer, request) -> {
                  int stream = request.streamId();
                  peer.send(
                      Frame.headers(stream, Answers.head(request.body()), false, false),
                      Parts.more(request),
                      Parts.rest(stream),
                      Frame.data(stream, Answers.to(request.body()), true));
                  peer.expectAlive();
                })),
        refused(
            "6.10/2",
            "sends DATA in place of CONTINUATION",
            request ->
                List.of(
                    Parts.unfinishedHead(request),
                    Parts.more(request),
                    Parts.body(request.streamId()))),
        refused(
            "6.10/3",
            "goes on with HEADERS on stream 0",
            request -> List.of(Parts.unfinishedHead(request), Parts.rest(0))),
        refused(
            "6.10/4",
            "goes on with HEADERS that were complete",
            request -> List.of(Parts.head(request), Parts.rest(request.streamId()))),
        refused(
            "6.10/5",
            "goes on with CONTINUATION that was complete",
            request ->
                List.of(
                    Parts.unfinishedHead(request),
                    Parts.rest(request.streamId()),
                    Parts.rest(request.streamId()))),
        refused(
            "6.10/6",
            "goes on after DATA",
            request ->
                List.of(
                    Parts.unfinishedHead(request),
                    Parts.body(request.streamId()),
                    Parts.more(request),
                    Parts.rest(0))));
  }

  private static FaultCase refused(String name, String fault, Breach breach) {
    return Breach.fatal(name, fault, PROTOCOL_ERROR, breach);
  }
}
