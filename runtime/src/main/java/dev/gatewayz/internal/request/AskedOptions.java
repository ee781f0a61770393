package dev.gatewayz.internal.request;

import dev.gatewayz.CallOptions;
import dev.gatewayz.internal.http.RequestHead;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a call come to: all of a request that does not depend on what it says.
 *
 * @param further what the call wants otherwise than its client
 * @param ofPrompt what its prompt wants otherwise
 * @param all what the call and its client want
 * @param model the model asked, {@code null} for the one of the prompt
 * @param head without the key if that changes
 * @param policy how the call is made
 */
record AskedOptions(
    CallOptions further,
    CallOptions ofPrompt,
    CallOptions all,
    @Nullable NamedModel model,
    RequestHead head,
    CallPolicy policy) {

  /**
   * The latest ones: whoever makes calls makes the next ones with the same options, or with options
   * that say the same. Thread-safe; of two that have the same place the later one stays.
   */
  static final class Recent {
    private static final int SIZE = 64;

    private final AtomicReferenceArray<@Nullable AskedOptions> places =
        new AtomicReferenceArray<>(SIZE);

    @Nullable AskedOptions get(CallOptions further, CallOptions ofPrompt) {
      AskedOptions found = places.get(placeOf(further, ofPrompt));
      boolean isIt =
          found != null && found.further.equals(further) && found.ofPrompt.equals(ofPrompt);
      return isIt ? found : null;
    }

    void put(AskedOptions asked) {
      places.set(placeOf(asked.further, asked.ofPrompt), asked);
    }

    private static int placeOf(CallOptions further, CallOptions ofPrompt) {
      int hash = further.hashCode() * 31 + ofPrompt.hashCode();
      return (hash ^ hash >>> 16) & (SIZE - 1);
    }
  }
}
