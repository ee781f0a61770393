package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ModelName;
import dev.gatewayz.internal.http.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * What a call sends. Never changes, so it can be sent again.
 *
 * @param promptId interface and method, {@code null} for a request put together at run time
 * @param model the model asked
 * @param head method, path and headers; {@code null} if there is no key to send
 * @param body the JSON; the first {@code bodyLength} bytes count
 * @param bodyLength how many bytes of {@code body} count
 * @param deadlines how long it may take
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying it is what this is against.
public record CallRequest(
    @Nullable String promptId,
    ModelName model,
    @Nullable RequestHead head,
    byte[] body,
    int bodyLength,
    Deadlines deadlines) {

  @Override
  public String toString() {
    return "CallRequest[" + promptId + ", " + model + "]";
  }
}
