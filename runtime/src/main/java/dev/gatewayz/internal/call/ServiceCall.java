package dev.gatewayz.internal.call;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.http.ResponseHead;
import org.jspecify.annotations.Nullable;

/**
 * A call for anything but chat.
 *
 * @param <T> what it brings
 */
final class ServiceCall<T> extends WholeCall<T> {
  private final Reading<T> reading;
  private @Nullable String etag;
  private @Nullable Usage usage;

  /**
   * Reads a document.
   *
   * @param <T> what it holds
   */
  interface Reading<T> {

    /** Returns what the document holds, {@code null} if it is of another kind. */
    @Nullable T read(byte[] bytes, int size, @Nullable String etag);

    /** The tokens that the call took, {@code null} if it took none. */
    default @Nullable Usage usageOf(T value) {
      return null;
    }
  }

  ServiceCall(CallEngine engine, CallRequest request, Reading<T> reading, CallFuture<T> future) {
    super(engine, request, future);
    this.reading = reading;
  }

  @Override
  boolean isGood(int status) {
    return status == 200 || status == 304;
  }

  @Override
  void onGoodHead(ResponseHead head) {
    etag = head.header("etag");
    super.onGoodHead(head);
  }

  @Override
  void onWhole(byte[] bytes, int size) {
    T value = reading.read(bytes, size, etag);
    if (value == null) {
      failed(notUnderstood("The answer is not what was asked for.", bytes, 0, size));
      return;
    }
    usage = reading.usageOf(value);
    succeeded();
    future.succeed(value);
  }

  @Override
  @Nullable Usage usage() {
    return usage;
  }

  @Override
  @Nullable GatewayUsage gatewayUsage() {
    return null;
  }

  @Override
  String answerText() {
    return "";
  }

  @Override
  Call newRival() {
    return new ServiceCall<>(engine, request(), reading, future);
  }
}
