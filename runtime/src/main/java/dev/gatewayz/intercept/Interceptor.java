package dev.gatewayz.intercept;

import dev.gatewayz.Completion;
import java.util.concurrent.CompletionStage;

/**
 * Stands between callers and the gateway. The first that is added to a client is the outermost.
 * Implementations are thread-safe and do not block.
 */
public interface Interceptor {

  /** What follows an interceptor: the next one, or the gateway. */
  @FunctionalInterface
  interface Next {

    /** Passes a call on. */
    CompletionStage<Completion<String>> proceed(OutgoingCall call);
  }

  /**
   * Sees every request before it is sent, on the thread that makes the call, and may change it.
   *
   * @throws RuntimeException to refuse the call; the caller gets the exception
   */
  default OutgoingCall request(OutgoingCall call) {
    return call;
  }

  /**
   * Stands around a call for an answer in one piece: may answer it itself, or change what comes
   * back. Streamed calls do not pass here.
   */
  default CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    return next.proceed(call);
  }
}
