package dev.gatewayz.internal.call;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.answer.Answer;
import dev.gatewayz.internal.answer.AnswerFactory;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.answer.Receiver;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who has made a call.
 *
 * @param receiver gets the answer
 * @param answers how it is read for that
 * @param context what the thread had that made the call, for tools and callbacks
 */
record Caller(Receiver receiver, AnswerFactory answers, CallContext context) {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  /**
   * Hands the answer over. The call has ended: no guard of it tells the caller what is thrown here.
   *
   * @param defect what the caller is told then
   */
  void handOver(
      Answer answer, @Nullable BigDecimal cost, Function<Throwable, GatewayzException> defect) {
    try {
      answer.handOver(cost);
    } catch (Throwable t) {
      LOG.log(System.Logger.Level.ERROR, "An answer could not be handed over.", t);
      receiver.fail(defect.apply(t));
    }
  }
}
