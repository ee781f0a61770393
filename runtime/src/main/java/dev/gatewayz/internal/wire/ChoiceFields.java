package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChunkChoice;
import dev.gatewayz.chat.Delta;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.ToolCallDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one choice of an answer or of a chunk says. Reused; belongs to its {@link AnswerFields}. */
public final class ChoiceFields {
  int index;
  @Nullable String role;
  @Nullable String content;
  @Nullable String reasoning;
  @Nullable String refusal;
  @Nullable String finishReason;
  final UnknownMembers unknown = new UnknownMembers();
  final List<ToolCallDelta> toolCalls = new ArrayList<>(0);

  ChoiceFields() {}

  /** The number of the choice, from 0. */
  public int index() {
    return index;
  }

  /** Who speaks, where it is said. */
  public @Nullable String role() {
    return role;
  }

  /** Text. */
  public @Nullable String content() {
    return content;
  }

  /** Thoughts of a reasoning model. */
  public @Nullable String reasoning() {
    return reasoning;
  }

  /** Words of a refusal. */
  public @Nullable String refusal() {
    return refusal;
  }

  /** Why the model stopped; never empty. */
  public @Nullable String finishReason() {
    return finishReason;
  }

  /** Tool calls or pieces of them; changes with the next chunk. */
  public List<ToolCallDelta> toolCalls() {
    return toolCalls;
  }

  /** Whether nothing at all is said, not even who speaks. */
  public boolean isEmpty() {
    return role == null
        && content == null
        && reasoning == null
        && refusal == null
        && finishReason == null
        && toolCalls.isEmpty();
  }

  /** Whether the model says something: who speaks is nothing yet, nor is text without a letter. */
  boolean says() {
    return finishReason != null
        || !toolCalls.isEmpty()
        || isText(content)
        || isText(reasoning)
        || isText(refusal);
  }

  private static boolean isText(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  /** Adds what the same choice says next. */
  void add(ChoiceFields next) {
    role = role == null ? next.role : role;
    content = joined(content, next.content);
    reasoning = joined(reasoning, next.reasoning);
    refusal = joined(refusal, next.refusal);
    finishReason = next.finishReason == null ? finishReason : next.finishReason;
    toolCalls.addAll(next.toolCalls);
  }

  private static @Nullable String joined(@Nullable String text, @Nullable String next) {
    return text == null || next == null ? (text == null ? next : text) : text + next;
  }

  void set(ChunkChoice chunk) {
    Delta delta = chunk.delta();
    index = chunk.index();
    role = delta.role();
    content = delta.content();
    reasoning = delta.reasoning();
    refusal = delta.refusal();
    finishReason = chunk.finishReasonText();
    toolCalls.addAll(delta.toolCalls());
    unknown.set(chunk.extra());
  }

  Delta toDelta() {
    return Delta.builder()
        .role(role)
        .content(content)
        .reasoning(reasoning)
        .refusal(refusal)
        .toolCalls(toolCalls)
        .build();
  }

  AssistantMessage toMessage() {
    return AssistantMessage.builder()
        .content(content)
        .toolCalls(toolCalls(toolCalls))
        .refusal(refusal)
        .reasoning(reasoning)
        .build();
  }

  private static List<ToolCall> toolCalls(List<ToolCallDelta> deltas) {
    if (deltas.isEmpty()) {
      return List.of();
    }
    List<ToolCall> calls = new ArrayList<>(deltas.size());
    for (ToolCallDelta delta : deltas) {
      calls.add(
          new ToolCall(
              delta.id() == null ? "" : delta.id(),
              delta.name() == null ? "" : delta.name(),
              delta.arguments() == null ? "" : delta.arguments()));
    }
    return calls;
  }

  void clear() {
    index = 0;
    role = null;
    content = null;
    reasoning = null;
    refusal = null;
    finishReason = null;
    toolCalls.clear();
    unknown.clear();
  }
}
