package dev.gatewayz.chat;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link ToolCallDelta} as it was read. */
record ToolCallDeltaValue(
    @Nullable Integer index,
    @Nullable String id,
    @Nullable String name,
    @Nullable String arguments,
    Map<String, String> extra)
    implements ToolCallDelta {

  /** Copies the map. */
  ToolCallDeltaValue {
    extra = Map.copyOf(extra);
  }

  /** Shows no words of the answer. */
  @Override
  public String toString() {
    return "ToolCallDelta["
        + "index="
        + index
        + ", id="
        + id
        + ", name="
        + name
        + ", "
        + (arguments == null ? 0 : arguments.length())
        + " characters of arguments]";
  }
}
