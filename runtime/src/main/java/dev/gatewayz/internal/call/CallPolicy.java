package dev.gatewayz.internal.call;

import dev.gatewayz.Deadlines;
import dev.gatewayz.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a call is made, apart from what it says.
 *
 * @param deadlines how long it may take
 * @param retries when it is sent again
 * @param fallbacks who is asked, in this order, when the one before has failed for good
 * @param hedgeAfter after which time without a sign of the answer a second request is sent, {@code
 *     null} for never
 * @param tags what the caller marked it with
 * @param attributes what interceptors want to find again in its events
 * @param turns how often it may go back to the model
 */
record CallPolicy(
    Deadlines deadlines,
    RetryPolicy retries,
    List<Substitute> fallbacks,
    @Nullable Duration hedgeAfter,
    Map<String, String> tags,
    Map<String, Object> attributes,
    Turns turns) {

  /** The same with other fallbacks. */
  CallPolicy withFallbacks(List<Substitute> fallbacks) {
    return new CallPolicy(deadlines, retries, fallbacks, hedgeAfter, tags, attributes, turns);
  }

  /** The same with other attributes. */
  CallPolicy withAttributes(Map<String, Object> attributes) {
    return new CallPolicy(deadlines, retries, fallbacks, hedgeAfter, tags, attributes, turns);
  }

  /** The same with other turns. */
  CallPolicy withTurns(Turns turns) {
    return new CallPolicy(deadlines, retries, fallbacks, hedgeAfter, tags, attributes, turns);
  }
}
