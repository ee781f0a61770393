package dev.gatewayz.chat;

import dev.gatewayz.internal.json.MemberMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Choice} as it was read. */
record ChoiceValue(
    int index,
    AssistantMessage message,
    @Nullable String finishReasonText,
    Map<String, String> extra)
    implements Choice {

  /** Copies the collections. */
  ChoiceValue {
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "Choice["
        + "index="
        + index
        + ", message="
        + message
        + ", finishReasonText="
        + finishReasonText
        + ", extra="
        + extra
        + "]";
  }
}
