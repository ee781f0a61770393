package dev.gatewayz.internal.request;

import dev.gatewayz.Deadlines;
import dev.gatewayz.Fallback;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt says about its calls, unless a call says otherwise. Deadlines are {@code null}
 * where they are the client's.
 *
 * @param fallbacks who is asked when its model has failed for good
 * @param acquire see {@link Deadlines#acquire()}
 * @param firstToken see {@link Deadlines#firstToken()}
 * @param idle see {@link Deadlines#idle()}
 * @param total see {@link Deadlines#total()}
 */
public record PromptDefaults(
    List<Fallback> fallbacks,
    @Nullable Duration acquire,
    @Nullable Duration firstToken,
    @Nullable Duration idle,
    @Nullable Duration total) {

  /** All is as the client has it. */
  public static final PromptDefaults NONE = new PromptDefaults(List.of(), null, null, null, null);

  /** Copies the list. */
  public PromptDefaults {
    fallbacks = List.copyOf(fallbacks);
  }

  /** The same with other fallbacks. */
  public PromptDefaults withFallbacks(List<Fallback> fallbacks) {
    return new PromptDefaults(fallbacks, acquire, firstToken, idle, total);
  }

  /** The deadlines of the prompt where it has some, else those of the client. */
  Deadlines over(Deadlines clients) {
    return new Deadlines(
        acquire == null ? clients.acquire() : acquire,
        firstToken == null ? clients.firstToken() : firstToken,
        idle == null ? clients.idle() : idle,
        total == null ? clients.total() : total);
  }
}
