package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A no to a request.
 *
 * @param status of the response
 * @param body of the response; {@code null} for a stream that is begun and breaks off
 */
public record Refusal(int status, @Nullable JsonObject body) {
  /** A stream that is begun with status 200 and breaks off before its first event. */
  static Refusal broken() {
    return new Refusal(200, null);
  }
}
