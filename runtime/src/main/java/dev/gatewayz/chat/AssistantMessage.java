package dev.gatewayz.chat;

import dev.gatewayz.internal.syntax.Blank;
import dev.gatewayz.internal.syntax.JsonSyntax;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the model says. Immutable. */
public final class AssistantMessage implements Message {
  private static final Set<String> OWN = Set.of("role", "content", "tool_calls", "refusal");

  private final @Nullable String content;
  private final List<ToolCall> toolCalls;
  private final @Nullable String refusal;
  private final @Nullable String reasoning;
  private final Map<String, String> reasoningMembers;

  private AssistantMessage(Builder builder) {
    content = builder.content;
    toolCalls = builder.toolCalls;
    refusal = builder.refusal;
    reasoning = builder.reasoning;
    reasoningMembers = builder.reasoningMembers;
  }

  /**
   * Starts with nothing said.
   *
   * @return a builder of a message without words and tool calls
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  public Builder toBuilder() {
    return builder()
        .content(content)
        .toolCalls(toolCalls)
        .refusal(refusal)
        .reasoning(reasoning)
        .reasoningMembers(reasoningMembers);
  }

  @Override
  public Role role() {
    return Role.ASSISTANT;
  }

  /** {@return the text, {@code null} where the model only calls tools} */
  public @Nullable String content() {
    return content;
  }

  /** {@return the tools the model wants called, often none} */
  public List<ToolCall> toolCalls() {
    return toolCalls;
  }

  /** {@return why the model will not answer, in its words, {@code null} unless it says so} */
  public @Nullable String refusal() {
    return refusal;
  }

  /**
   * {@return the thoughts a reasoning model shows, {@code null} if it shows none; from {@code
   * reasoning_content} or {@code reasoning}}
   */
  public @Nullable String reasoning() {
    return reasoning;
  }

  /**
   * {@return the thoughts and their signatures as the server sent them: {@code reasoning_content},
   * {@code reasoning}, {@code reasoning_details} and the like, by wire name, each value as JSON
   * text} They go back to the server in the same members, as many servers demand; a message that
   * has none sends none, whatever {@link #reasoning()} is.
   */
  public Map<String, String> reasoningMembers() {
    return reasoningMembers;
  }

  /**
   * {@return whether nothing is said and no tool asked for, which the gateway refuses in a history}
   */
  public boolean isBlank() {
    return toolCalls.isEmpty()
        && (content == null || Blank.is(content))
        && (refusal == null || Blank.is(refusal));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssistantMessage message
        && Objects.equals(content, message.content)
        && toolCalls.equals(message.toolCalls)
        && Objects.equals(refusal, message.refusal)
        && Objects.equals(reasoning, message.reasoning)
        && reasoningMembers.equals(message.reasoningMembers);
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
    private Map<String, String> reasoningMembers = Map.of();

    private Builder() {}

    /**
     * Sets {@link AssistantMessage#content()}. Default: none.
     *
     * @param content the text, {@code null} where the model only calls tools
     * @return this builder
     */
    public Builder content(@Nullable String content) {
      this.content = content;
      return this;
    }

    /**
     * Sets {@link AssistantMessage#toolCalls()}. Default: none.
     *
     * @param toolCalls the tools the model wants called, often none
     * @return this builder
     */
    public Builder toolCalls(List<ToolCall> toolCalls) {
      this.toolCalls = List.copyOf(toolCalls);
      return this;
    }

    /**
     * Sets {@link AssistantMessage#refusal()}. Default: none.
     *
     * @param refusal why the model will not answer, in its words, {@code null} unless it says so
     * @return this builder
     */
    public Builder refusal(@Nullable String refusal) {
      this.refusal = refusal;
      return this;
    }

    /**
     * See {@link AssistantMessage#reasoning()}. Default: none.
     *
     * @param reasoning {@code null} takes the {@link AssistantMessage#reasoningMembers()} away, too
     * @return this builder
     */
    public Builder reasoning(@Nullable String reasoning) {
      this.reasoning = reasoning;
      if (reasoning == null) {
        reasoningMembers = Map.of();
      }
      return this;
    }

    /**
     * See {@link AssistantMessage#reasoningMembers()}. Default: none.
     *
     * @param reasoningMembers by wire name, each value as JSON text
     * @return this builder
     * @throws IllegalArgumentException if a value is not JSON, or a message has another member of
     *     that name
     */
    public Builder reasoningMembers(Map<String, String> reasoningMembers) {
      reasoningMembers.forEach(
          (name, json) -> {
            if (OWN.contains(name)) {
              throw new IllegalArgumentException("The member " + name + " is not for thoughts.");
            }
            JsonSyntax.requireValue("The member " + name + " of a message", json);
          });
      this.reasoningMembers =
          reasoningMembers.isEmpty()
              ? Map.of()
              : Collections.unmodifiableMap(new LinkedHashMap<>(reasoningMembers));
      return this;
    }

    /** {@return what was collected} */
    public AssistantMessage build() {
      return new AssistantMessage(this);
    }
  }
}
