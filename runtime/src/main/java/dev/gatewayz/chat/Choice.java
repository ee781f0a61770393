package dev.gatewayz.chat;

import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param index its number, from 0
 * @param message what the model said
 * @param finishReason why it stopped, in the wire's word
 */
public record Choice(int index, AssistantMessage message, @Nullable String finishReason) {

  /** Why it stopped. */
  public FinishReason finish() {
    return FinishReason.of(finishReason);
  }
}
