package dev.gatewayz.testkit.internal.openai;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers to a call.
 *
 * @param reasoningMember the member that holds the reasoning text
 * @param reasoning the reasoning text, delta by delta
 * @param deltas the text, delta by delta; kept as it is, so that a list of a million copies costs
 *     nothing
 * @param toolCalls the functions it calls
 * @param finishReason why it ends; {@code null} to end without a reason
 */
public record ChatChoice(
    String reasoningMember,
    List<String> reasoning,
    List<String> deltas,
    List<ToolCall> toolCalls,
    @Nullable String finishReason) {

  private static final String REASONING = "reasoning_content";

  /**
   * A call of a function.
   *
   * @param name of the function
   * @param arguments JSON, or what a model takes for it
   */
  public record ToolCall(String name, String arguments) {}

  /** An answer that is text, streamed word by word. */
  public static ChatChoice text(String text, String finishReason) {
    return deltas(Words.pieces(text), finishReason);
  }

  /** An answer that is text in these deltas. */
  public static ChatChoice deltas(List<String> deltas, String finishReason) {
    return new ChatChoice(REASONING, List.of(), deltas, List.of(), finishReason);
  }

  /** An answer that calls functions. */
  public static ChatChoice calls(List<ToolCall> toolCalls) {
    return new ChatChoice(REASONING, List.of(), List.of(), List.copyOf(toolCalls), "tool_calls");
  }

  /** With this reasoning before the answer. */
  public ChatChoice withReasoning(List<String> other) {
    return new ChatChoice(reasoningMember, List.copyOf(other), deltas, toolCalls, finishReason);
  }

  /** With the reasoning in another member. */
  public ChatChoice withReasoningIn(String member) {
    return new ChatChoice(member, reasoning, deltas, toolCalls, finishReason);
  }

  /** With another reason for its end, or none. */
  public ChatChoice withFinishReason(@Nullable String other) {
    return new ChatChoice(reasoningMember, reasoning, deltas, toolCalls, other);
  }

  /** The whole text. */
  String text() {
    return String.join("", deltas);
  }

  /** How many tokens this answer is. */
  long tokens() {
    long characters =
        reasoning.stream().mapToLong(String::length).sum()
            + deltas.stream().mapToLong(String::length).sum()
            + toolCalls.stream().mapToLong(call -> call.arguments().length()).sum();
    return Tokens.ofLength(characters);
  }
}
