package dev.gatewayz;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.subscribe.BlockingReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An answer that comes in pieces. Cold: each subscription makes a call of its own, which begins
 * with the first request. The server sends as fast as the subscriber asks. Subscribers are called
 * on an event loop, unless the client has a {@link GatewayzBuilder#callbackExecutor callback
 * executor}. Thread-safe.
 *
 * @param <T> the pieces: text, chunks, or elements of a list
 */
public interface AnswerStream<T> extends Flow.Publisher<T> {

  /**
   * {@inheritDoc}
   *
   * @param subscriber if it is an {@link AnswerSubscriber}, it is told at the end what came with
   *     the answer
   */
  @Override
  void subscribe(Flow.Subscriber<? super T> subscriber);

  /**
   * Makes a call and hands each piece to a consumer, on an event loop; one that blocks needs a
   * {@link GatewayzBuilder#callbackExecutor callback executor}.
   *
   * @param consumer takes the pieces in order, one at a time
   * @return completes when the answer is whole, and fails as the call does, or with what the
   *     consumer throws, which cancels the call; cancelling it cancels the call
   */
  default CompletableFuture<Completion<String>> forEach(Consumer<? super T> consumer) {
    return Consuming.all(this, consumer);
  }

  /**
   * Makes a call whose pieces one thread reads, blocking while there is none; the server waits for
   * a reader that does not keep up. Close the stream: that cancels the call if it is not over. What
   * is read throws a {@link dev.gatewayz.error.GatewayzException} if the call fails.
   *
   * @return the pieces, in order; an ordered stream that can be read once
   * @throws IllegalStateException if the thread is an event loop, which must not block
   */
  default Stream<T> blocking() {
    return BlockingReader.stream("This stream", CallInfo.builder().build(), this);
  }
}
