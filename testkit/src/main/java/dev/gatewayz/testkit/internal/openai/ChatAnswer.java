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
 */
public record ChatAnswer(
    List<ChatChoice> choices, @Nullable UsageCount usage, UsagePlace usagePlace, boolean done) {

  /** Copies the list. */
  public ChatAnswer {
    choices = List.copyOf(choices);
  }

  /** An answer that is reported the way Gatewayz does. */
  public static ChatAnswer of(List<ChatChoice> choices) {
    return new ChatAnswer(choices, null, UsagePlace.WITH_FINISH, true);
  }

  /** With other tokens to report. */
  public ChatAnswer withUsage(UsageCount other) {
    return new ChatAnswer(choices, other, usagePlace, done);
  }

  /** With the tokens reported elsewhere. */
  public ChatAnswer withUsageAt(UsagePlace place) {
    return new ChatAnswer(choices, usage, place, done);
  }

  /** With a stream that does not say that it is done. */
  public ChatAnswer withoutDone() {
    return new ChatAnswer(choices, usage, usagePlace, false);
  }

  /** With each choice changed. */
  public ChatAnswer withChoices(UnaryOperator<ChatChoice> change) {
    return new ChatAnswer(choices.stream().map(change).toList(), usage, usagePlace, done);
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
