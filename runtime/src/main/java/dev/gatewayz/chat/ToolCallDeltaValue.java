package dev.gatewayz.chat;

import org.jspecify.annotations.Nullable;

/** A {@link ToolCallDelta} as it was read. */
record ToolCallDeltaValue(
    @Nullable Integer index, @Nullable String id, @Nullable String name, @Nullable String arguments)
    implements ToolCallDelta {

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
