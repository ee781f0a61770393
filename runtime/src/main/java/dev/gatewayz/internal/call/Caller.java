package dev.gatewayz.internal.call;

import dev.gatewayz.internal.answer.Answer;
import dev.gatewayz.internal.answer.AnswerFactory;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.Receiver;
import dev.gatewayz.internal.log.Log;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who has made a call.
 *
 * @param receiver gets the answer
 * @param answers how it is read for that
 * @param context what the thread had that made the call, for tools and callbacks
 */
record Caller(Receiver receiver, AnswerFactory answers, CallContext context) {
  /**
   * Hands the answer over. The call has ended: no guard of it tells the caller what is thrown here.
   *
   * @param call which it was, so that the caller is told
   */
  void handOver(Answer answer, @Nullable BigDecimal cost, CallLoop call) {
    try {
      answer.handOver(cost);
    } catch (Throwable t) {
      Log.error("An answer could not be handed over.", t);
      receiver.fail(call.defect(t));
    }
  }
}
