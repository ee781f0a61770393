package dev.gatewayz.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * The 57 cases that h2spec has for clients, named by the section of RFC 7540 that they belong to
 * and their number there.
 *
 * <p>Each begins with a client that makes one call. Where that may go on, the call is answered as
 * it should be. Where RFC 9113 leaves a client more choice than RFC 7540 did, so does the case. A
 * client that gives a wrong reason for closing the connection does not pass, though it would with
 * h2spec; one that gives none does.
 */
public final class H2specCases {
  private H2specCases() {}

  /** All of them, in the order of their sections. */
  public static List<FaultCase> all() {
    return Stream.of(
            H2specFrameFormat.cases(),
            H2specStreamStates.cases(),
            H2specStreamFrames.cases(),
            H2specSettings.cases(),
            H2specConnectionFrames.cases(),
            H2specContinuation.cases())
        .flatMap(List::stream)
        .toList();
  }
}
