package dev.gatewayz.internal.call;

import dev.gatewayz.ApiKey;
import dev.gatewayz.internal.http.RequestHead;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes request heads, and sees to it that the key goes nowhere it must not go.
 *
 * @param plaintextAllowed whether the key may be sent unencrypted to other machines
 * @param headers further headers of every request
 */
record Heads(boolean plaintextAllowed, Map<String, String> headers) {
  private static final String CHAT = "/v1/chat/completions";

  /** Copies the map. */
  Heads {
    headers = Map.copyOf(headers);
  }

  /**
   * The head of a chat request, {@code null} without key.
   *
   * @throws IllegalArgumentException if the key would be sent unencrypted and that is not allowed
   */
  @Nullable RequestHead chat(
      ApiBase base, @Nullable ApiKey key, Map<String, String> further, boolean streamed) {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("content-type", "application/json");
    own.put("accept", streamed ? "text/event-stream" : "application/json");
    return of("POST", base, CHAT, key, own, further);
  }

  /** The head of any request, {@code null} without key. */
  @Nullable RequestHead of(
      String method,
      ApiBase base,
      String path,
      @Nullable ApiKey key,
      Map<String, String> own,
      Map<String, String> further) {
    if (key == null) {
      return null;
    }
    if (!base.origin().secure() && !plaintextAllowed && !base.isLoopback()) {
      throw new IllegalArgumentException(
          "The API key would be sent unencrypted to "
              + base.origin()
              + ". Use https://, or allow it with GatewayzBuilder.allowPlaintext().");
    }
    Map<String, String> all = new LinkedHashMap<>(own);
    all.put("user-agent", "gatewayz-java");
    all.putAll(headers);
    all.putAll(further);
    all.put("authorization", "Bearer " + key.secret());
    return new RequestHead(method, base.origin(), base.path() + path, all);
  }
}
