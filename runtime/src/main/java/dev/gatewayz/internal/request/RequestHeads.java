package dev.gatewayz.internal.request;

import dev.gatewayz.ApiKey;
import dev.gatewayz.CallOptions;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.syntax.ApiBase;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes request heads, and sees to it that the key goes nowhere it must not go. Heads of chat
 * requests are kept, because calls of one tenant or gateway share theirs. Thread-safe.
 */
final class RequestHeads {
  private static final String VERSION = "/v1";
  private static final String CHAT = "/v1/chat/completions";
  private static final String AUTHORIZATION = "authorization";
  private static final String BEARER = "Bearer ";
  private static final int MOST_KEPT = 256;

  private final ApiBase base;
  private final Payer payer;
  private final boolean plaintextAllowed;
  private final Map<String, String> headers;
  private final Map<ChatHead, RequestHead> kept = new ConcurrentHashMap<>();
  private final Map<PaidHead, RequestHead> paid = new ConcurrentHashMap<>();

  /**
   * What the head of a chat request depends on, beside the client. Compares by hand, as all keys of
   * a first call do: for the methods that a record is given the JDK makes a hundred classes then.
   */
  private record ChatHead(
      @Nullable URI base,
      @Nullable ApiKey key,
      Map<String, String> headers,
      Map<String, String> query,
      boolean streamed) {
    @Override
    public boolean equals(Object other) {
      return other instanceof ChatHead that
          && streamed == that.streamed
          && Objects.equals(base, that.base)
          && Objects.equals(key, that.key)
          && headers.equals(that.headers)
          && query.equals(that.query);
    }

    @Override
    public int hashCode() {
      int hash = Objects.hashCode(base) * 31 + Objects.hashCode(key);
      return ((hash * 31 + headers.hashCode()) * 31 + query.hashCode()) * 31 + (streamed ? 1 : 0);
    }
  }

  /** A head, and the key that it gets. */
  private record PaidHead(RequestHead head, ApiKey key) {}

  /** Heads of the requests of a client. */
  RequestHeads(RequestDefaults defaults) {
    this.base = defaults.base();
    this.payer = defaults.payer();
    this.plaintextAllowed = defaults.plaintextAllowed();
    this.headers = Map.copyOf(defaults.headers());
  }

  /** Where requests go that say nothing else. */
  ApiBase base(CallOptions options) {
    return options.apiBase() == null ? base : ApiBase.parse(options.apiBase().toString());
  }

  /** Where a chat request with that head goes, without {@code /v1}. */
  static String base(RequestHead chat) {
    String path = chat.path().toString();
    int end = path.length() - query(chat).length();
    boolean isVersioned = path.startsWith(CHAT, end - CHAT.length());
    int endpoint = isVersioned ? CHAT.length() : CHAT.length() - VERSION.length();
    return chat.origin() + path.substring(0, end - endpoint);
  }

  /** The query of a request, with its question mark; empty if it has none. */
  static String query(RequestHead head) {
    String path = head.path().toString();
    int start = path.indexOf('?');
    return start < 0 ? "" : path.substring(start);
  }

  /**
   * Gives the key that is valid now to what has been made without it.
   *
   * @throws IllegalArgumentException if the key cannot be sent
   */
  CallRequest paid(CallRequest request) {
    ApiKey key = payer.isFixed() || request.isPaid() ? null : payer.key();
    return key == null ? request : request.paid(head -> paid(head, key));
  }

  private RequestHead paid(RequestHead head, ApiKey key) {
    if (paid.size() >= MOST_KEPT) {
      paid.clear();
    }
    return paid.computeIfAbsent(
        new PaidHead(head, key), asked -> head.with(Map.of(AUTHORIZATION, BEARER + key.secret())));
  }

  /**
   * The head of a chat request; it carries no key if there is none, or one that changes is still to
   * be {@linkplain #paid asked for}. Base, key and headers of the options count more than the
   * client's.
   *
   * @throws IllegalArgumentException if the key would be sent unencrypted and that is not allowed
   */
  RequestHead chat(CallOptions options, boolean streamed) {
    boolean isPaidLater = options.apiKey() == null && !payer.isFixed();
    if (isPaidLater) {
      requireSafe(base(options));
    }
    ApiKey key = isPaidLater ? null : keyOf(options);
    ChatHead asked =
        new ChatHead(options.apiBase(), key, options.headers(), options.query(), streamed);
    RequestHead head = kept.get(asked);
    if (head == null) {
      Map<String, String> own = new LinkedHashMap<>();
      own.put("content-type", "application/json");
      own.put("accept", streamed ? "text/event-stream" : "application/json");
      head = newHead("POST", CHAT, queryOf(options), key, options, own);
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(asked, head);
    }
    return head;
  }

  /** The head of a request for something else, {@code null} without key if that needs one. */
  @Nullable RequestHead of(
      String method, String path, KeyUse use, CallOptions options, Map<String, String> own) {
    ApiKey key = use == KeyUse.NONE ? null : keyOf(options);
    return key == null && use == KeyUse.NEEDED
        ? null
        : newHead(method, path, "", key, options, own);
  }

  private @Nullable ApiKey keyOf(CallOptions options) {
    return options.apiKey() == null ? payer.key() : options.apiKey();
  }

  /**
   * The head of the same chat request to another gateway.
   *
   * @param key {@code null} for the key it has
   * @throws IllegalArgumentException if the key would be sent unencrypted and that is not allowed
   */
  RequestHead chat(RequestHead head, ApiBase to, @Nullable ApiKey key) {
    Map<String, String> all = head.toMap();
    if (key != null) {
      all.put(AUTHORIZATION, BEARER + key.secret());
    }
    if (all.containsKey(AUTHORIZATION)) {
      requireSafe(to);
    }
    return new RequestHead(
        head.method().toString(), to.origin(), to.pathOf(CHAT) + query(head), all);
  }

  private void requireSafe(ApiBase to) {
    if (!to.origin().secure() && !plaintextAllowed && !to.origin().isLoopback()) {
      throw new IllegalArgumentException(
          "The API key would be sent unencrypted to "
              + to.origin()
              + ". Use https://, or allow it with GatewayzBuilder.allowPlaintext().");
    }
  }

  private static String queryOf(CallOptions options) {
    StringBuilder query = new StringBuilder();
    options
        .query()
        .forEach(
            (name, value) ->
                query
                    .append(query.isEmpty() ? '?' : '&')
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  private RequestHead newHead(
      String method,
      String path,
      String query,
      @Nullable ApiKey key,
      CallOptions options,
      Map<String, String> own) {
    ApiBase to = base(options);
    Map<String, String> all = new LinkedHashMap<>(own);
    all.put("user-agent", "gatewayz-java");
    all.putAll(headers);
    all.putAll(options.headers());
    if (key != null) {
      requireSafe(to);
      all.put(AUTHORIZATION, BEARER + key.secret());
    }
    return new RequestHead(method, to.origin(), to.pathOf(path) + query, all);
  }
}
