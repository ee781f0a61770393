package dev.gatewayz;

import java.util.concurrent.Flow;

/**
 * A subscriber that is told, at the end of a stream, what came with its answer.
 *
 * @param <T> the pieces of the answer
 */
public interface AnswerSubscriber<T> extends Flow.Subscriber<T> {

  /**
   * The answer is whole; {@link #onComplete()} follows. Not called if the stream fails. Runs where
   * {@link #onNext} runs.
   *
   * @param completion all of the answer; its value is the text
   */
  void onCompletion(Completion<String> completion);
}
