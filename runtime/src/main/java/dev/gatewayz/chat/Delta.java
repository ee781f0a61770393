package dev.gatewayz.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a piece of a streamed answer adds. Immutable. */
public sealed interface Delta permits DeltaValue {

  /** {@return who speaks, {@code assistant}, in the first piece; {@code null} in others} */
  @Nullable String role();

  /** {@return new text, {@code null} if there is none} */
  @Nullable String content();

  /**
   * {@return new thoughts of a reasoning model, {@code null} if there are none; from {@code
   * reasoning_content} or {@code reasoning}}
   */
  @Nullable String reasoning();

  /**
   * {@return new pieces of {@link AssistantMessage#reasoningMembers()}, by wire name; empty if
   * there are none}
   */
  Map<String, String> reasoningMembers();

  /** {@return new words of a refusal, {@code null} if there are none} */
  @Nullable String refusal();

  /** {@return new pieces of tool calls; empty if there are none} */
  List<ToolCallDelta> toolCalls();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of nothing new
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .role(role())
        .content(content())
        .reasoning(reasoning())
        .reasoningMembers(reasoningMembers())
        .refusal(refusal())
        .toolCalls(toolCalls());
  }

  /** Collects a {@link Delta}. Each method returns this builder. */
  final class Builder {
    private @Nullable String role;
    private @Nullable String content;
    private @Nullable String reasoning;
    private Map<String, String> reasoningMembers = Map.of();
    private @Nullable String refusal;
    private List<ToolCallDelta> toolCalls = List.of();

    private Builder() {}

    /**
     * Sets {@link Delta#role()}. Default: none.
     *
     * @param role who speaks, {@code assistant}, in the first piece; {@code null} in others
     * @return this builder
     */
    public Builder role(@Nullable String role) {
      this.role = role;
      return this;
    }

    /**
     * Sets {@link Delta#content()}. Default: none.
     *
     * @param content new text, {@code null} if there is none
     * @return this builder
     */
    public Builder content(@Nullable String content) {
      this.content = content;
      return this;
    }

    /**
     * Sets {@link Delta#reasoning()}. Default: none.
     *
     * @param reasoning new thoughts of a reasoning model, {@code null} if there are none
     * @return this builder
     */
    public Builder reasoning(@Nullable String reasoning) {
      this.reasoning = reasoning;
      return this;
    }

    /**
     * Sets {@link Delta#reasoningMembers()}. Default: empty.
     *
     * @param reasoningMembers new pieces of {@link AssistantMessage#reasoningMembers()}, by wire
     *     name
     * @return this builder
     */
    public Builder reasoningMembers(Map<String, String> reasoningMembers) {
      this.reasoningMembers = Objects.requireNonNull(reasoningMembers, "reasoningMembers");
      return this;
    }

    /**
     * Sets {@link Delta#refusal()}. Default: none.
     *
     * @param refusal new words of a refusal, {@code null} if there are none
     * @return this builder
     */
    public Builder refusal(@Nullable String refusal) {
      this.refusal = refusal;
      return this;
    }

    /**
     * Sets {@link Delta#toolCalls()}. Default: empty.
     *
     * @param toolCalls new pieces of tool calls
     * @return this builder
     */
    public Builder toolCalls(List<ToolCallDelta> toolCalls) {
      this.toolCalls = Objects.requireNonNull(toolCalls, "toolCalls");
      return this;
    }

    /** {@return what was collected} */
    public Delta build() {
      return new DeltaValue(role, content, reasoning, reasoningMembers, refusal, toolCalls);
    }
  }
}
