package dev.gatewayz;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@link Completion} as it came. */
final class CompletionValue<T> implements Completion<T> {
  private final T value;
  private final ChatCompletion response;
  private final String requestId;
  private final int attempts;
  private final @Nullable BigDecimal cost;
  private final Supplier<List<Message>> exchange;
  private final Supplier<Map<String, String>> headers;

  CompletionValue(Completion.Builder<T> made) {
    this.value = made.value;
    this.response = made.response;
    this.requestId = made.requestId;
    this.attempts = made.attempts;
    this.cost = made.cost;
    this.exchange = made.exchange;
    this.headers = made.headers;
  }

  @Override
  public T value() {
    return value;
  }

  @Override
  public ChatCompletion response() {
    return response;
  }

  @Override
  public String requestId() {
    return requestId;
  }

  @Override
  public int attempts() {
    return attempts;
  }

  @Override
  public @Nullable BigDecimal cost() {
    return cost;
  }

  @Override
  public List<Message> exchange() {
    return exchange.get();
  }

  @Override
  public Map<String, String> headers() {
    return headers.get();
  }

  /** Does not show the answer. */
  @Override
  public String toString() {
    return "Completion[model="
        + model()
        + ", finishReason="
        + finishReason()
        + ", usage="
        + usage()
        + ", cost="
        + cost
        + ", requestId="
        + requestId
        + ", attempts="
        + attempts
        + "]";
  }
}
