package dev.gatewayz.testkit.internal.openai;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What to answer to a chat completion, streamed or not.
 *
 * @param choices the answers, their index their place
 * @param usage the tokens to report; {@code null} to count them
 * @param usagePlace where a stream reports them
 * @param done whether a stream ends with {@code [DONE]}
 * @param toolCallForm how tool calls are told apart
 * @param object what the answer says it is; {@code null} for the usual
 * @param failure the message of the error event that a stream has behind its choices; {@code null}
 *     for none
 */
public record ChatAnswer(
    List<ChatChoice> choices,
    @Nullable UsageCount usage,
    UsagePlace usagePlace,
    boolean done,
    ToolCallForm toolCallForm,
    @Nullable String object,
    @Nullable String failure) {

  /** Copies the list. */
  public ChatAnswer {
    choices = List.copyOf(choices);
  }

  /** An answer that is reported the way the server usually does. */
  public static ChatAnswer of(List<ChatChoice> choices) {
    return new ChatAnswer(choices, null, UsagePlace.USUAL, true, ToolCallForm.NUMBERED, null, null);
  }

  /** With other tokens to report. */
  public ChatAnswer withUsage(UsageCount other) {
    return new ChatAnswer(choices, other, usagePlace, done, toolCallForm, object, failure);
  }

  /** With the tokens reported elsewhere. */
  public ChatAnswer withUsageAt(UsagePlace place) {
    return new ChatAnswer(choices, usage, place, done, toolCallForm, object, failure);
  }

  /** With a stream that does not say that it is done. */
  public ChatAnswer withoutDone() {
    return new ChatAnswer(choices, usage, usagePlace, false, toolCallForm, object, failure);
  }

  /** With tool calls told apart in another way. */
  public ChatAnswer withToolCallForm(ToolCallForm other) {
    return new ChatAnswer(choices, usage, usagePlace, done, other, object, failure);
  }

  /** With another word for what it is. */
  public ChatAnswer withObject(String other) {
    return new ChatAnswer(choices, usage, usagePlace, done, toolCallForm, other, failure);
  }

  /** With an error event behind the choices of a stream. */
  public ChatAnswer withFailure(String message) {
    return new ChatAnswer(choices, usage, usagePlace, done, toolCallForm, object, message);
  }

  /** With each choice changed. */
  public ChatAnswer withChoices(UnaryOperator<ChatChoice> change) {
    List<ChatChoice> changed = choices.stream().map(change).toList();
    return new ChatAnswer(changed, usage, usagePlace, done, toolCallForm, object, failure);
  }

  /** The tokens to report. */
  UsageCount usageFor(ChatCall call) {
    if (usage != null) {
      return usage;
    }
    long completion = choices.stream().mapToLong(ChatChoice::tokens).sum();
    return new UsageCount(call.promptTokens(), completion, 0, 0);
  }
}
