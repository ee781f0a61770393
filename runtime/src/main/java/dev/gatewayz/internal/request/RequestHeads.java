package dev.gatewayz.internal.request;

import dev.gatewayz.ApiKey;
import dev.gatewayz.internal.http.ApiBase;
import dev.gatewayz.internal.http.RequestHead;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes request heads, and sees to it that the key goes nowhere it must not go. Heads of chat
 * requests are kept, because calls of one tenant or gateway share theirs. Thread-safe.
 */
final class RequestHeads {
  private static final String CHAT = "/v1/chat/completions";
  private static final int MOST_KEPT = 256;

  private final ApiBase base;
  private final @Nullable ApiKey apiKey;
  private final boolean plaintextAllowed;
  private final Map<String, String> headers;
  private final Map<ChatHead, RequestHead> kept = new ConcurrentHashMap<>();

  /** What the head of a chat request depends on, beside the client. */
  private record ChatHead(
      @Nullable URI base, @Nullable ApiKey key, Map<String, String> headers, boolean streamed) {}

  /** Heads of the requests of a client. */
  RequestHeads(RequestDefaults defaults) {
    this.base = defaults.base();
    this.apiKey = defaults.apiKey();
    this.plaintextAllowed = defaults.plaintextAllowed();
    this.headers = Map.copyOf(defaults.headers());
  }

  /**
   * The head of a chat request, {@code null} without key.
   *
   * @param to another gateway than the client's
   * @param key another key than the client's
   * @param further headers that count more than the client's
   * @throws IllegalArgumentException if the key would be sent unencrypted and that is not allowed
   */
  @Nullable RequestHead chat(
      @Nullable URI to, @Nullable ApiKey key, Map<String, String> further, boolean streamed) {
    ApiKey payer = key == null ? apiKey : key;
    if (payer == null) {
      return null;
    }
    ChatHead asked = new ChatHead(to, key, further, streamed);
    RequestHead head = kept.get(asked);
    if (head == null) {
      head = newChat(asked, payer);
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(asked, head);
    }
    return head;
  }

  private RequestHead newChat(ChatHead asked, ApiKey key) {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("content-type", "application/json");
    own.put("accept", asked.streamed() ? "text/event-stream" : "application/json");
    ApiBase to = asked.base() == null ? base : ApiBase.parse(asked.base().toString());
    Map<String, String> all = withClients(own);
    all.putAll(asked.headers());
    return newHead("POST", to, CHAT, key, all);
  }

  /** The head of a request to the client's gateway, {@code null} without key. */
  @Nullable RequestHead of(String method, String path, Map<String, String> own) {
    return apiKey == null ? null : newHead(method, base, path, apiKey, withClients(own));
  }

  private Map<String, String> withClients(Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(own);
    all.put("user-agent", "gatewayz-java");
    all.putAll(headers);
    return all;
  }

  private RequestHead newHead(
      String method, ApiBase to, String path, ApiKey key, Map<String, String> headers) {
    if (!to.origin().secure() && !plaintextAllowed && !to.isLoopback()) {
      throw new IllegalArgumentException(
          "The API key would be sent unencrypted to "
              + to.origin()
              + ". Use https://, or allow it with GatewayzBuilder.allowPlaintext().");
    }
    headers.put("authorization", "Bearer " + key.secret());
    return new RequestHead(method, to.origin(), to.path() + path, headers);
  }
}
