package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.server.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The headers that a server sends with its answers. */
enum StandardHeaders {
  /** Those of Gatewayz. */
  GATEWAYZ {
    @Override
    List<Header> requestId(RecordedRequest request, long number) {
      String id =
          request
              .header("x-request-id")
              .or(() -> request.header("x-correlation-id"))
              .filter(given -> REQUEST_ID.matcher(given).matches())
              .orElseGet(() -> "%012x".formatted(number));
      String prefixed = id.startsWith("req_") ? id : "req_" + id;
      return List.of(
          new Header("X-Request-ID", prefixed), new Header("X-Correlation-ID", prefixed));
    }

    @Override
    List<Header> streamed(String model) {
      return List.of(
          new Header("Cache-Control", "no-cache, no-transform"),
          new Header("X-Accel-Buffering", "no"),
          new Header("X-Provider", "unified"),
          new Header("X-Model", model),
          new Header("X-Requested-Model", model),
          new Header("X-Prep-Time-Ms", "1"));
    }

    @Override
    List<Header> rateLimits() {
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
  },

  /** Those of OpenAI. */
  OPENAI {
    @Override
    List<Header> requestId(RecordedRequest request, long number) {
      return List.of(new Header("x-request-id", "req_%032x".formatted(number)));
    }

    @Override
    List<Header> streamed(String model) {
      return List.of();
    }

    @Override
    List<Header> rateLimits() {
      return List.of(
          new Header("openai-processing-ms", "1"),
          new Header("openai-version", "2020-10-01"),
          new Header("x-ratelimit-limit-requests", "10000"),
          new Header("x-ratelimit-remaining-requests", "9999"),
          new Header("x-ratelimit-reset-requests", "6ms"),
          new Header("x-ratelimit-limit-tokens", "200000"),
          new Header("x-ratelimit-remaining-tokens", "199999"),
          new Header("x-ratelimit-reset-tokens", "0s"));
    }
  };

  static final String EVENT_STREAM = "text/event-stream; charset=utf-8";

  private static final Pattern REQUEST_ID = Pattern.compile("[a-zA-Z0-9._-]{1,128}");

  /**
   * The request's id in the answer; Gatewayz takes the client's own, with a prefix, if it is
   * acceptable.
   *
   * @param number makes an id where the client gave none
   */
  abstract List<Header> requestId(RecordedRequest request, long number);

  /** Of streams alone. */
  abstract List<Header> streamed(String model);

  /** How much of its limits a client has used. */
  abstract List<Header> rateLimits();

  /** Of a document. */
  List<Header> ofDocument() {
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
  List<Header> ofStream(String model, Protocol protocol) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", EVENT_STREAM));
    if (protocol == Protocol.HTTP_1_1) {
      headers.add(new Header("Connection", "keep-alive"));
    }
    headers.addAll(streamed(model));
    headers.addAll(rateLimits());
    return headers;
  }
}
