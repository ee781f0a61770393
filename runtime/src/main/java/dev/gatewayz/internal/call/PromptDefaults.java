package dev.gatewayz.internal.call;

import dev.gatewayz.Deadlines;
import dev.gatewayz.Fallback;
import java.time.Duration;
import java.util.List;

/**
 * What a prompt says about its calls, unless a call says otherwise. Deadlines are in milliseconds
 * and 0 where they are the client's.
 *
 * @param fallbacks who is asked when its model has failed for good
 * @param acquire see {@link Deadlines#acquire()}
 * @param firstToken see {@link Deadlines#firstToken()}
 * @param idle see {@link Deadlines#idle()}
 * @param total see {@link Deadlines#total()}
 */
public record PromptDefaults(
    List<Fallback> fallbacks, long acquire, long firstToken, long idle, long total) {

  /** All is as the client has it. */
  public static final PromptDefaults NONE = new PromptDefaults(List.of(), 0, 0, 0, 0);

  /** Copies the list. */
  public PromptDefaults {
    fallbacks = List.copyOf(fallbacks);
  }

  /** The deadlines of the prompt where it has some, else those of the client. */
  Deadlines over(Deadlines clients) {
    return new Deadlines(
        either(acquire, clients.acquire()),
        either(firstToken, clients.firstToken()),
        either(idle, clients.idle()),
        either(total, clients.total()));
  }

  private static Duration either(long millis, Duration otherwise) {
    return millis == 0 ? otherwise : Duration.ofMillis(millis);
  }
}
