package dev.gatewayz.internal.request;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.remedy.Remedy;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.Map;
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

  /** Whether asking here may help after that failure. */
  public boolean mayHelp(GatewayzException failure) {
    Remedy remedy = Remedy.of(failure);
    return head == null ? remedy.isOtherModel() : remedy.isOtherGateway();
  }
}
