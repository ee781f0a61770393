package dev.gatewayz.chat;

import dev.gatewayz.internal.json.MemberMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link ChatCompletion} as it was read. */
record ChatCompletionValue(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    @Nullable Usage usage,
    @Nullable GatewayUsage gatewayUsage,
    Map<String, String> extra)
    implements ChatCompletion {

  /** Copies the collections. */
  ChatCompletionValue {
    choices = List.copyOf(choices);
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "ChatCompletion["
        + "id="
        + id
        + ", object="
        + object
        + ", created="
        + created
        + ", model="
        + model
        + ", choices="
        + choices
        + ", usage="
        + usage
        + ", gatewayUsage="
        + gatewayUsage
        + ", extra="
        + extra
        + "]";
  }
}
