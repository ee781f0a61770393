package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonValue;
import dev.gatewayz.testkit.internal.openai.ChatCall;
import dev.gatewayz.testkit.internal.openai.Dialect;
import dev.gatewayz.testkit.internal.server.Header;
import dev.gatewayz.testkit.internal.server.Outcome;
import dev.gatewayz.testkit.internal.server.Request;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request as it reached the gateway. Immutable and thread-safe. */
public final class RecordedRequest {
  private final Request request;
  private final Map<String, List<String>> headers;
  private final QueryStringDecoder target;
  private final CompletableFuture<Ending> ending;
  private final Dialect dialect;

  RecordedRequest(Request request, Dialect dialect) {
    this.dialect = dialect;
    this.request = request;
    this.headers = headers(request.head().headers());
    this.target = new QueryStringDecoder(request.head().target());
    this.ending = request.outcome().thenApply(RecordedRequest::ending);
  }

  private static Map<String, List<String>> headers(List<Header> lines) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header line : lines) {
      headers.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line.value());
    }
    headers.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(headers);
  }

  private static Ending ending(Outcome outcome) {
    return new Ending(Ending.Kind.valueOf(outcome.kind().name()), outcome.code());
  }

  /** {@return the method, in capitals} */
  public String method() {
    return request.head().method();
  }

  /** Path and query as they were written. */
  String target() {
    return request.head().target();
  }

  /** {@return the path without the query, for example {@code /v1/chat/completions}} */
  public String path() {
    return target.path();
  }

  /**
   * {@return the first value of a parameter of the query}
   *
   * @param name of the parameter
   */
  public Optional<String> query(String name) {
    return target.parameters().getOrDefault(name, List.of()).stream().findFirst();
  }

  /** {@return {@code :authority}, or {@code Host}; empty if the client sent none} */
  public String authority() {
    return request.head().authority();
  }

  /** {@return all headers by their name, whose case does not count; pseudo-headers are left out} */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * {@return the first value of a header, whose case does not count}
   *
   * @param name of the header
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** {@return a copy of the body} */
  public byte[] body() {
    return request.body().clone();
  }

  /** {@return the body as UTF-8} */
  public String bodyText() {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  /** {@return the version of HTTP it came by} */
  public Protocol protocol() {
    return request.origin().http2() ? Protocol.HTTP_2 : Protocol.HTTP_1_1;
  }

  /** {@return whether it came over TLS} */
  public boolean isSecure() {
    return request.origin().secure();
  }

  /** {@return which connection it came by; a gateway counts its connections from 1} */
  public int connectionId() {
    return request.origin().connectionId();
  }

  /** {@return the HTTP/2 stream it came by, or its number on its HTTP/1.1 connection, from 1} */
  public int streamId() {
    return request.origin().streamId();
  }

  /**
   * {@return the value at a place in the body: a {@code String}, {@code Number} or {@code Boolean},
   * a {@code List} or {@code Map} of such values} Empty if there is none, if it is {@code null}, or
   * if the body is no JSON.
   *
   * @param pointer a JSON pointer (RFC 6901), as in {@code /messages/0/content}; empty for all of
   *     the body
   * @throws IllegalArgumentException if it does not begin with a slash
   */
  public Optional<Object> json(String pointer) {
    return json().at(pointer).plain();
  }

  /** {@return the model that the body names} */
  public Optional<String> model() {
    return json().get("model").text();
  }

  /** {@return the text of the last message of the user in the body, empty if there is none} */
  public String prompt() {
    return call().lastUserText();
  }

  /** {@return whether the body asks for a stream} */
  public boolean isStream() {
    return call().isStream();
  }

  /** {@return what completes, on the gateway's thread, when the answer has ended, whatever way} */
  public CompletableFuture<Ending> ending() {
    return ending.copy();
  }

  /**
   * Waits for the answer to end.
   *
   * @param atMost how long to wait
   * @return how it ended
   * @throws AssertionError if it has not ended in time
   */
  public Ending awaitEnding(Duration atMost) {
    try {
      return ending.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new AssertionError("The answer to " + this + " has not ended in " + atMost, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for the end of " + this, e);
    }
  }

  /**
   * Waits up to ten seconds for the answer to end.
   *
   * @return how it ended
   * @throws AssertionError if it has not ended in time
   */
  public Ending awaitEnding() {
    return awaitEnding(Deadline.PATIENCE);
  }

  /** The body as a call for a chat completion; of nothing, if it is no JSON. */
  ChatCall call() {
    return new ChatCall(json(), dialect);
  }

  /** The body as JSON; absent if it is none. */
  JsonValue json() {
    try {
      return JsonValue.parse(request.body());
    } catch (IllegalArgumentException e) {
      return JsonValue.ABSENT;
    }
  }

  @Override
  public String toString() {
    return method()
        + " "
        + request.head().target()
        + " ("
        + protocol()
        + ", connection "
        + connectionId()
        + ", stream "
        + streamId()
        + ")";
  }
}
