package dev.gatewayz.chat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of a tool call. Immutable. */
public sealed interface ToolCallDelta permits ToolCallDeltaValue {

  /** {@return the call's number, {@code null} where the server leaves it out} */
  @Nullable Integer index();

  /** {@return the call's id, in its first piece; {@code null} in others} */
  @Nullable String id();

  /** {@return the tool's name, in its first piece; {@code null} in others} */
  @Nullable String name();

  /** {@return more of the arguments' JSON text, {@code null} if there is none} */
  @Nullable String arguments();

  /** {@return further members of the call, as in {@link ToolCall#extra()}; empty as a rule} */
  Map<String, String> extra();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a piece that says nothing
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link ToolCallDelta#index()}. Default: none.
     *
     * @param index the call's number, {@code null} where the server leaves it out
     * @return this builder
     */
    public Builder index(@Nullable Integer index) {
      this.index = index;
      return this;
    }

    /**
     * Sets {@link ToolCallDelta#id()}. Default: none.
     *
     * @param id the call's id, in its first piece; {@code null} in others
     * @return this builder
     */
    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    /**
     * Sets {@link ToolCallDelta#name()}. Default: none.
     *
     * @param name the tool's name, in its first piece; {@code null} in others
     * @return this builder
     */
    public Builder name(@Nullable String name) {
      this.name = name;
      return this;
    }

    /**
     * Sets {@link ToolCallDelta#arguments()}. Default: none.
     *
     * @param arguments more of the arguments' JSON text, {@code null} if there is none
     * @return this builder
     */
    public Builder arguments(@Nullable String arguments) {
      this.arguments = arguments;
      return this;
    }

    /**
     * Sets {@link ToolCallDelta#extra()}. Default: empty.
     *
     * @param extra further members of the call, as in {@link ToolCall#extra()}
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
    public ToolCallDelta build() {
      return new ToolCallDeltaValue(index, id, name, arguments, extra);
    }
  }
}
