package dev.gatewayz.testkit.internal.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A request as it arrived. Immutable but for its outcome, which is thread-safe. */
public final class Request {

  /**
   * Where a request came in.
   *
   * @param http2 whether by HTTP/2
   * @param secure whether over TLS
   * @param connectionId counts the server's connections from 1
   * @param streamId the HTTP/2 stream, or the request's number on its HTTP/1.1 connection from 1
   */
  public record Origin(boolean http2, boolean secure, int connectionId, int streamId) {}

  /**
   * What comes before the body.
   *
   * @param method in capitals
   * @param target path and query as they were written
   * @param authority {@code :authority} or {@code Host}, empty if there was none
   * @param headers in the order of arrival, without pseudo-headers
   */
  public record Head(String method, String target, String authority, List<Header> headers) {}

  private final Origin origin;
  private final Head head;
  private final byte[] body;
  private final CompletableFuture<Outcome> outcome;

  private Request(Origin origin, Head head, byte[] body, CompletableFuture<Outcome> outcome) {
    this.origin = origin;
    this.head = head;
    this.body = body;
    this.outcome = outcome;
  }

  Request(Origin origin, Head head) {
    this(origin, head, new byte[0], new CompletableFuture<>());
  }

  /** The same request, its body arrived. */
  Request withBody(byte[] whole) {
    return new Request(origin, head, whole, outcome);
  }

  /** Where it came in. */
  public Origin origin() {
    return origin;
  }

  /** What came before the body. */
  public Head head() {
    return head;
  }

  /** The body; the caller must not change it. */
  public byte[] body() {
    return body;
  }

  /** Completes, on the loop, when the exchange has ended. */
  public CompletableFuture<Outcome> outcome() {
    return outcome;
  }
}
