package dev.gatewayz.internal.answer;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The last that a subscriber hears.
 *
 * @param completion what came with the answer, if the subscriber wants to know
 * @param failure why there is no whole answer
 */
record StreamEnd(@Nullable Completion<String> completion, @Nullable Throwable failure) {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

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
      LOG.log(System.Logger.Level.ERROR, "A subscriber threw at the end of its stream.", t);
    }
  }
}
