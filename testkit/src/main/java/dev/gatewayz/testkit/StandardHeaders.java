package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.server.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The headers that Gatewayz sends with its answers. */
final class StandardHeaders {
  static final String EVENT_STREAM = "text/event-stream; charset=utf-8";

  private static final Pattern REQUEST_ID = Pattern.compile("[a-zA-Z0-9._-]{1,128}");

  private StandardHeaders() {}

  /**
   * The request's id in the answer: the client's own if it is acceptable, with the gateway's
   * prefix.
   *
   * @param number makes an id where the client gave none
   */
  static List<Header> requestId(RecordedRequest request, long number) {
    String id =
        request
            .header("x-request-id")
            .or(() -> request.header("x-correlation-id"))
            .filter(given -> REQUEST_ID.matcher(given).matches())
            .orElseGet(() -> "%012x".formatted(number));
    String prefixed = id.startsWith("req_") ? id : "req_" + id;
    return List.of(new Header("X-Request-ID", prefixed), new Header("X-Correlation-ID", prefixed));
  }

  /** Of a document. */
  static List<Header> ofDocument() {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", "application/json"));
    headers.addAll(rateLimits());
    return headers;
  }

  /**
   * Of a stream. On HTTP/2 without the {@code connection} header, which has no place there.
   *
   * @param model that was asked for
   */
  static List<Header> ofStream(String model, Protocol protocol) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", EVENT_STREAM));
    headers.add(new Header("Cache-Control", "no-cache, no-transform"));
    if (protocol == Protocol.HTTP_1_1) {
      headers.add(new Header("Connection", "keep-alive"));
    }
    headers.add(new Header("X-Accel-Buffering", "no"));
    headers.add(new Header("X-Provider", "unified"));
    headers.add(new Header("X-Model", model));
    headers.add(new Header("X-Requested-Model", model));
    headers.add(new Header("X-Prep-Time-Ms", "1"));
    headers.addAll(rateLimits());
    return headers;
  }

  private static List<Header> rateLimits() {
    return List.of(
        new Header("RateLimit-Limit", "250"),
        new Header("RateLimit-Remaining", "249"),
        new Header("RateLimit-Reset", "60"),
        new Header("X-RateLimit-Limit-Requests", "250"),
        new Header("X-RateLimit-Remaining-Requests", "249"),
        new Header("X-RateLimit-Reset-Requests", "1790000060"),
        new Header("X-RateLimit-Limit-Tokens", "10000"),
        new Header("X-RateLimit-Remaining-Tokens", "9999"),
        new Header("X-RateLimit-Reset-Tokens", "1790000060"),
        new Header("X-RateLimit-Burst-Window", "100 per 60 seconds"));
  }
}
