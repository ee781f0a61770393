package dev.gatewayz.chat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of a tool call. Immutable. */
public sealed interface ToolCallDelta permits ToolCallDeltaValue {

  /** The call's number, {@code null} where the server leaves it out. */
  @Nullable Integer index();

  /** The call's id, in its first piece. */
  @Nullable String id();

  /** The tool's name, in its first piece. */
  @Nullable String name();

  /** More of the arguments' JSON text. */
  @Nullable String arguments();

  /** See {@link ToolCall#extra()}. */
  Map<String, String> extra();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder().index(index()).id(id()).name(name()).arguments(arguments()).extra(extra());
  }

  /** Collects a {@link ToolCallDelta}. Each method returns this builder. */
  final class Builder {
    private @Nullable Integer index;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String arguments;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /** See {@link ToolCallDelta#index()}. Default: none. */
    public Builder index(@Nullable Integer index) {
      this.index = index;
      return this;
    }

    /** See {@link ToolCallDelta#id()}. Default: none. */
    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    /** See {@link ToolCallDelta#name()}. Default: none. */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** See {@link ToolCallDelta#arguments()}. Default: none. */
    public Builder arguments(@Nullable String arguments) {
      this.arguments = arguments;
      return this;
    }

    /** See {@link ToolCallDelta#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
    public ToolCallDelta build() {
      return new ToolCallDeltaValue(index, id, name, arguments, extra);
    }
  }
}
