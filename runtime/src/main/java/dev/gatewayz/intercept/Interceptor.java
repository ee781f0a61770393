package dev.gatewayz.intercept;

import dev.gatewayz.Completion;
import dev.gatewayz.chat.ChatChunk;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Stands between callers and the gateway, around calls for a whole answer and around streams. The
 * first that is added to a client is the outermost: it sees a call first, and what comes of it
 * last. Implementations are thread-safe and do not block.
 *
 * <p>One that only changes or refuses requests implements {@link #request}. One that wants to
 * answer itself, or to see what comes back, implements {@link #answer} and {@link #stream}; it then
 * calls {@link #request} itself if it has both.
 *
 * <p>The caller of a call that an interceptor answers, refuses or fails has events all the same:
 * {@code Queued} and {@code Finished}, with no attempt.
 */
public interface Interceptor {

  /** What follows an interceptor around a whole answer: the next one, or the gateway. */
  @FunctionalInterface
  interface Next {

    /**
     * Passes a call on; may be done several times, each makes a call of its own. What is thrown
     * further in is a failure of the stage that is returned.
     *
     * @param call the call that the interceptor got, or one made of it
     * @return the answer of what is further in
     */
    CompletionStage<Completion<String>> proceed(OutgoingCall call);

    /**
     * {@return the same for a call that others may wait for, too: it is not cancelled when its
     * caller cancels, but when the future of the stage that {@link #proceed} returns is}
     */
    default Next detached() {
      return this;
    }
  }

  /** What follows an interceptor around a stream: the next one, or the gateway. */
  @FunctionalInterface
  interface StreamNext {

    /**
     * Passes a call on. Each subscription to what is returned makes a call of its own, which begins
     * with the first request and is cancelled with the subscription.
     *
     * @param call the call that the interceptor got, or one made of it
     * @return the chunks of what is further in
     */
    Flow.Publisher<ChatChunk> proceed(OutgoingCall call);
  }

  /**
   * Sees a request before it is sent, on the thread that makes the call, and may change it.
   *
   * @param call as it is so far
   * @return the call as it goes on, {@code call} itself if nothing changes
   * @throws RuntimeException to refuse the call; the caller gets the exception
   */
  default OutgoingCall request(OutgoingCall call) {
    return call;
  }

  /**
   * Stands around a call for a whole answer: may answer it itself, or change what comes back. What
   * is thrown is what the caller gets.
   *
   * @param call as it is so far
   * @param next what is further in: the other interceptors, and the gateway
   * @return is cancelled, if that is possible, when the caller cancels
   */
  default CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
    return next.proceed(request(call));
  }

  /**
   * Stands around a streamed call, of whatever pieces the caller gets, when it is subscribed to:
   * may return chunks of its own, or change those that come back. If all interceptors return what
   * they get, the answer is read as if there were none. What is thrown is what the subscriber gets.
   *
   * <p>The subscriber is a {@link dev.gatewayz.AnswerSubscriber}: a publisher may hand over the
   * completion of the answer. If it does not, the completion is put together from the chunks.
   *
   * @param call as it is so far
   * @param next what is further in: the other interceptors, and the gateway
   * @return the chunks that the caller gets
   */
  default Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
    return next.proceed(request(call));
  }
}
