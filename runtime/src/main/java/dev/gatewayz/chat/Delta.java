package dev.gatewayz.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a piece of a streamed answer adds. Immutable. */
public sealed interface Delta permits DeltaValue {

  /** Who speaks, {@code assistant}, in the first piece. */
  @Nullable String role();

  /** New text. */
  @Nullable String content();

  /** New thoughts of a reasoning model; from {@code reasoning_content} or {@code reasoning}. */
  @Nullable String reasoning();

  /** New pieces of {@link AssistantMessage#reasoningMembers()}. */
  Map<String, String> reasoningMembers();

  /** New words of a refusal. */
  @Nullable String refusal();

  /** New pieces of tool calls. */
  List<ToolCallDelta> toolCalls();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link Delta#role()}. Default: none. */
    public Builder role(@Nullable String role) {
      this.role = role;
      return this;
    }

    /** See {@link Delta#content()}. Default: none. */
    public Builder content(@Nullable String content) {
      this.content = content;
      return this;
    }

    /** See {@link Delta#reasoning()}. Default: none. */
    public Builder reasoning(@Nullable String reasoning) {
      this.reasoning = reasoning;
      return this;
    }

    /** See {@link Delta#reasoningMembers()}. Default: empty. */
    public Builder reasoningMembers(Map<String, String> reasoningMembers) {
      this.reasoningMembers = Objects.requireNonNull(reasoningMembers, "reasoningMembers");
      return this;
    }

    /** See {@link Delta#refusal()}. Default: none. */
    public Builder refusal(@Nullable String refusal) {
      this.refusal = refusal;
      return this;
    }

    /** See {@link Delta#toolCalls()}. Default: empty. */
    public Builder toolCalls(List<ToolCallDelta> toolCalls) {
      this.toolCalls = Objects.requireNonNull(toolCalls, "toolCalls");
      return this;
    }

    /** What was collected. */
    public Delta build() {
      return new DeltaValue(role, content, reasoning, reasoningMembers, refusal, toolCalls);
    }
  }
}
