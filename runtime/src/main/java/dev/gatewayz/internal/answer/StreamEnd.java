package dev.gatewayz.internal.answer;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import dev.gatewayz.internal.log.Log;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The last that a subscriber hears.
 *
 * @param completion what came with the answer, if the subscriber wants to know
 * @param failure why there is no whole answer
 */
record StreamEnd(@Nullable Completion<String> completion, @Nullable Throwable failure) {
  <E> void tell(Flow.Subscriber<? super E> subscriber) {
    try {
      if (failure != null) {
        subscriber.onError(failure);
        return;
      }
      if (completion != null && subscriber instanceof AnswerSubscriber<? super E> whole) {
        whole.onCompletion(completion);
      }
      subscriber.onComplete();
    } catch (Throwable t) {
      Log.error("A subscriber threw at the end of its stream.", t);
    }
  }
}
