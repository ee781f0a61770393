package dev.gatewayz.chat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the model says. Immutable. */
public final class AssistantMessage implements Message {
  private final @Nullable String content;
  private final List<ToolCall> toolCalls;
  private final @Nullable String refusal;
  private final @Nullable String reasoning;

  private AssistantMessage(Builder builder) {
    content = builder.content;
    toolCalls = builder.toolCalls;
    refusal = builder.refusal;
    reasoning = builder.reasoning;
  }

  /** Starts with nothing said. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  public Builder toBuilder() {
    return builder().content(content).toolCalls(toolCalls).refusal(refusal).reasoning(reasoning);
  }

  @Override
  public Role role() {
    return Role.ASSISTANT;
  }

  /** The text, {@code null} where the model only calls tools. */
  public @Nullable String content() {
    return content;
  }

  /** The tools the model wants called, often none. */
  public List<ToolCall> toolCalls() {
    return toolCalls;
  }

  /** Why the model will not answer, in its words, {@code null} unless it says so. */
  public @Nullable String refusal() {
    return refusal;
  }

  /**
   * The thoughts a reasoning model shows, {@code null} if it shows none; from {@code
   * reasoning_content} or {@code reasoning}.
   */
  public @Nullable String reasoning() {
    return reasoning;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssistantMessage message
        && Objects.equals(content, message.content)
        && toolCalls.equals(message.toolCalls)
        && Objects.equals(refusal, message.refusal)
        && Objects.equals(reasoning, message.reasoning);
  }

  @Override
  public int hashCode() {
    return Objects.hash(content, toolCalls, refusal, reasoning);
  }

  /** Shows the length of the text, not the text. */
  @Override
  public String toString() {
    return "AssistantMessage["
        + (content == null ? 0 : content.length())
        + " characters, "
        + toolCalls.size()
        + " tool calls]";
  }

  /** Collects an {@link AssistantMessage}. Each method returns this builder. */
  public static final class Builder {
    private @Nullable String content;
    private List<ToolCall> toolCalls = List.of();
    private @Nullable String refusal;
    private @Nullable String reasoning;

    private Builder() {}

    /** See {@link AssistantMessage#content()}. Default: none. */
    public Builder content(@Nullable String content) {
      this.content = content;
      return this;
    }

    /** See {@link AssistantMessage#toolCalls()}. Default: none. */
    public Builder toolCalls(List<ToolCall> toolCalls) {
      this.toolCalls = List.copyOf(toolCalls);
      return this;
    }

    /** See {@link AssistantMessage#refusal()}. Default: none. */
    public Builder refusal(@Nullable String refusal) {
      this.refusal = refusal;
      return this;
    }

    /** See {@link AssistantMessage#reasoning()}. Default: none. */
    public Builder reasoning(@Nullable String reasoning) {
      this.reasoning = reasoning;
      return this;
    }

    /** What was collected. */
    public AssistantMessage build() {
      return new AssistantMessage(this);
    }
  }
}
