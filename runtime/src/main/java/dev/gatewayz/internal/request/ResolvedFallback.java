package dev.gatewayz.internal.request;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.remedy.Remedy;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fallback, ready to be asked.
 *
 * @param model another model, {@code null} for the same
 * @param head the head of a request to another gateway, {@code null} for the same
 */
public record ResolvedFallback(@Nullable ModelName model, @Nullable RequestHead head) {

  /** The same with further headers. */
  ResolvedFallback with(Map<String, String> headers) {
    return head == null ? this : new ResolvedFallback(model, head.with(headers));
  }

  /** Whether the other gateway gets a key, if there is another. */
  boolean isPaid() {
    return head == null || head.hasSecret();
  }

  /** The same, paid for if it is not. */
  ResolvedFallback paid(UnaryOperator<RequestHead> paying) {
    return head == null || head.hasSecret()
        ? this
        : new ResolvedFallback(model, paying.apply(head));
  }

  /** Whether another model answers, or the same at another gateway. */
  boolean isSomebodyElse() {
    return model != null || head != null;
  }

  /** Whether asking here may help after that failure. */
  public boolean mayHelp(GatewayzException failure) {
    Remedy remedy = Remedy.of(failure);
    return head == null ? remedy.isOtherModel() : remedy.isOtherGateway();
  }
}
