package dev.gatewayz.error;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What had arrived of an answer before it broke. Immutable. */
public sealed interface Partial extends Serializable permits PartialValue {

  /** {@return the text of the first choice, empty if there was none} */
  String text();

  /** {@return the tool calls, of which the last may be incomplete} */
  List<ToolCall> toolCalls();

  /** {@return the last usage that was reported, {@code null} if there was none} */
  @Nullable Usage usage();

  /** Nothing had arrived. */
  Partial NONE = builder().build();

  /** {@return whether nothing had arrived} */
  default boolean isEmpty() {
    return text().isEmpty() && toolCalls().isEmpty() && usage() == null;
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder that starts with nothing
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder().text(text()).toolCalls(toolCalls()).usage(usage());
  }

  /** Collects a {@link Partial}. Each method returns this builder. */
  final class Builder {
    private String text = "";
    private List<ToolCall> toolCalls = List.of();
    private @Nullable Usage usage;

    private Builder() {}

    /**
     * Sets {@link Partial#text()}. Default: empty.
     *
     * @param text the text of the first choice, empty if there was none
     * @return this builder
     */
    public Builder text(String text) {
      this.text = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Sets {@link Partial#toolCalls()}. Default: empty.
     *
     * @param toolCalls the tool calls, of which the last may be incomplete
     * @return this builder
     */
    public Builder toolCalls(List<ToolCall> toolCalls) {
      this.toolCalls = Objects.requireNonNull(toolCalls, "toolCalls");
      return this;
    }

    /**
     * See {@link Partial#usage()}. Default: none.
     *
     * @param usage the tokens that were reported, {@code null} if none were
     * @return this builder
     */
    public Builder usage(@Nullable Usage usage) {
      this.usage = usage;
      return this;
    }

    /** {@return what was collected} */
    public Partial build() {
      return new PartialValue(text, toolCalls, usage);
    }
  }
}
