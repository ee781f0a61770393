package dev.gatewayz.internal.answer;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ConnectionException.Reason;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.DeadlineExceededException.Deadline;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.time.Durations;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The exceptions for what the network and the clock do to a call. */
public final class Failures {
  private static final String SEE_PARTIAL =
      "The part of the answer that had arrived is in partial().";
  private static final String CHECK_ADDRESS = "Check the API base and the network.";

  private Failures() {}

  /**
   * The exception for a failure of the network.
   *
   * @param message what happened, without the key
   * @param origin where the call went
   * @param begun whether the answer had begun
   */
  public static GatewayzException of(
      CallInfo call,
      TransportException failure,
      String message,
      @Nullable Origin origin,
      Partial partial,
      boolean begun) {
    if (failure.kind() == TransportException.Kind.CLOSED) {
      return new ClientClosedException(call, partial);
    }
    if (begun) {
      return new StreamInterruptedException(call, message, SEE_PARTIAL, partial, failure);
    }
    return switch (failure.kind()) {
      case RESOLVE ->
          new ConnectionException(
              call,
              Reason.UNKNOWN_HOST,
              message,
              OtherAddress.after(CHECK_ADDRESS, origin),
              failure);
      case CONNECT ->
          new ConnectionException(call, Reason.CONNECT, message, CHECK_ADDRESS, failure);
      case TLS ->
          new ConnectionException(
              call,
              Reason.TLS,
              message,
              OtherAddress.after(HandshakeAdvice.text(), origin),
              failure);
      case PROTOCOL ->
          new ProtocolException(call, message, "Support needs the request id.", partial, failure);
      default -> new ConnectionException(call, Reason.RESET, message, "Try again.", failure);
    };
  }

  /** The exception for a connection that was wanted by no call in particular. */
  public static Throwable ofWarmUp(Throwable failure, @Nullable Origin origin) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TransportException transport) {
      CallInfo nobody = CallInfo.builder().promptId("Gatewayz.warmUp").requestId("-").build();
      return of(nobody, transport, String.valueOf(cause.getMessage()), origin, Partial.NONE, false);
    }
    return failure;
  }

  /** The exception for code that threw while an answer was read. */
  public static ProtocolException defect(CallInfo call, Throwable thrown, Partial partial) {
    return new ProtocolException(
        call,
        "Reading the answer failed with " + thrown + ".",
        "The cause says where.",
        partial,
        thrown);
  }

  /**
   * The exception for a provider that failed while it answered.
   *
   * @param reason the finish reason that says so, in the server's word
   */
  static StreamTruncatedException ofProvider(AnswerSink sink, String reason) {
    return new StreamTruncatedException(
        sink.info(),
        "The provider failed in the middle of the answer (finish reason " + reason + ").",
        "Try again, or another model.",
        sink.partial());
  }

  /** The exception for what the gateway said in the middle of an answer. */
  static GatewayzException ofEvent(AnswerSink sink, GatewayzException said) {
    return said instanceof ApiException api
        ? new StreamErrorException(
            sink.info(),
            "The gateway reported an error in the middle of the answer: " + api.error().message(),
            SEE_PARTIAL,
            sink.partial(),
            api)
        : said;
  }

  /** The exception for a deadline. */
  public static DeadlineExceededException late(
      CallInfo call, Phase phase, Duration limit, Partial partial) {
    String what =
        switch (phase) {
          case ACQUIRE -> "There was no connection with room";
          case FIRST_TOKEN -> "The answer did not begin";
          case IDLE -> "Nothing more of the answer came";
          case TOTAL -> "The call was not done";
        };
    String advice =
        switch (phase) {
          case ACQUIRE -> "Allow more connections, or fewer calls at once.";
          case FIRST_TOKEN -> "Allow more time, or take a faster model.";
          case IDLE -> SEE_PARTIAL;
          case TOTAL -> "Allow more time, or ask for fewer tokens.";
        };
    return new DeadlineExceededException(
        call,
        new Deadline(phase, limit),
        what + " within " + Durations.text(limit) + " (" + phase + ").",
        advice,
        partial);
  }

  /** The exception for a call that waited for a connection while none opened. */
  public static DeadlineExceededException unreached(
      CallInfo call, Origin origin, Duration limit, Partial partial) {
    return new DeadlineExceededException(
        call,
        new Deadline(Phase.ACQUIRE, limit),
        "No connection to " + origin + " opened within " + Durations.text(limit) + " (ACQUIRE).",
        "Check the API base and the network.",
        partial);
  }
}
