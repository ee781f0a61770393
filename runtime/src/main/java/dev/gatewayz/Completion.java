package dev.gatewayz;

import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer with all that came with it.
 *
 * @param <T> the type of the value
 * @param value the answer, read from the first choice
 * @param response the response as it was on the wire
 * @param requestId the id under which the gateway knows the call; give it to support
 * @param attempts how many requests it took, at least 1
 */
public record Completion<T>(T value, ChatCompletion response, String requestId, int attempts) {

  /** The answer's id, empty where the provider gives none. */
  public String id() {
    return response.id();
  }

  /** The model that answered, with its {@code gatewayz/} prefix. */
  public String model() {
    return response.model();
  }

  /** All answers, more than one if {@code n} asked for them. */
  public List<Choice> choices() {
    return response.choices();
  }

  /** Why the first answer ended. */
  public FinishReason finishReason() {
    return choices().get(0).finish();
  }

  /** The tokens, {@code null} where none were reported. */
  public @Nullable Usage usage() {
    return response.usage();
  }

  /** The thoughts a reasoning model showed with the first answer, {@code null} where it did not. */
  public @Nullable String reasoning() {
    return choices().get(0).message().reasoning();
  }
}
