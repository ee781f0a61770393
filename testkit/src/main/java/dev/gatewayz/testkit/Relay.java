package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.cassette.Piece;
import dev.gatewayz.testkit.internal.cassette.Response;
import dev.gatewayz.testkit.internal.server.Act;
import dev.gatewayz.testkit.internal.server.Header;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the real gateway on its way to the client, as acts that are played when they come.
 * Filled by the threads of the JDK's client, emptied by the server's loop.
 */
final class Relay implements Iterator<List<Act>> {
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding", "upgrade");
  private static final int UNREACHABLE = 409;

  /** Told once how it ended. */
  interface Listener {
    void answered(HttpRequest request, Response response);

    void failed(HttpRequest request, String why);
  }

  private final List<String> keptHeaders;
  private final Listener listener;
  private final Pieces pieces = new Pieces();
  private final Queue<List<Act>> ready = new ArrayDeque<>();
  private Optional<Runnable> waiting = Optional.empty();
  private Optional<HttpResponse.ResponseInfo> head = Optional.empty();
  private boolean over;
  private long sentAt;
  private long headAt;

  Relay(List<String> keptHeaders, Listener listener) {
    this.keptHeaders = keptHeaders;
    this.listener = listener;
  }

  void start(HttpClient client, HttpRequest request) {
    sentAt = System.nanoTime();
    client
        .sendAsync(request, this::body)
        .whenComplete((response, failure) -> end(request, failure));
  }

  private HttpResponse.BodySubscriber<Void> body(HttpResponse.ResponseInfo info) {
    List<Header> headers = new ArrayList<>();
    info.headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(new Header(name, value)));
              }
            });
    synchronized (this) {
      head = Optional.of(info);
      headAt = System.nanoTime();
    }
    add(List.of(new Act.Head(info.statusCode(), headers, false, false)), false);
    return HttpResponse.BodySubscribers.fromSubscriber(new Body());
  }

  private void end(HttpRequest request, @Nullable Throwable failure) {
    Optional<Response> response = failure == null ? response() : Optional.empty();
    if (response.isPresent()) {
      listener.answered(request, response.get());
      add(List.of(new Act.Finish(List.of(), List.of())), true);
    } else {
      listener.failed(request, String.valueOf(failure));
      add(head.isPresent() ? List.of(new Act.Close(true)) : unreachable(request, failure), true);
    }
  }

  private static List<Act> unreachable(HttpRequest request, @Nullable Throwable failure) {
    String said = "It cannot be recorded: " + request.uri() + " does not answer: " + failure;
    byte[] body =
        ("{\"error\":{\"type\":\"cassette_error\",\"message\":\""
                + said.replaceAll("[\"\\\\\\p{Cntrl}]", " ")
                + "\"}}")
            .getBytes(StandardCharsets.UTF_8);
    return List.of(
        new Act.Head(
            UNREACHABLE, List.of(new Header("content-type", "application/json")), false, false),
        new Act.Body(ByteBuffer.wrap(body).asReadOnlyBuffer(), false),
        new Act.Finish(List.of(), List.of()));
  }

  private synchronized Optional<Response> response() {
    return head.map(
        info -> {
          List<Map.Entry<String, String>> headers = new ArrayList<>();
          info.headers()
              .map()
              .forEach(
                  (name, values) -> {
                    if (keptHeaders.contains(name.toLowerCase(Locale.ROOT))) {
                      values.forEach(
                          value -> headers.add(Map.entry(name.toLowerCase(Locale.ROOT), value)));
                    }
                  });
          headers.sort(Map.Entry.comparingByKey());
          long after = TimeUnit.NANOSECONDS.toMillis(headAt - sentAt);
          Response bare = new Response(info.statusCode(), after, headers, List.of());
          List<Piece> body = bare.isStream() ? pieces.events(headAt) : pieces.whole();
          return new Response(info.statusCode(), after, headers, body);
        });
  }

  private void add(List<Act> group, boolean last) {
    Optional<Runnable> pass;
    synchronized (this) {
      ready.add(group);
      over |= last;
      pass = waiting;
      waiting = Optional.empty();
    }
    pass.ifPresent(Runnable::run);
  }

  @Override
  public synchronized boolean hasNext() {
    return !over || !ready.isEmpty();
  }

  @Override
  public synchronized List<Act> next() {
    return ready.isEmpty() ? List.of(new Act.Await(this::await)) : ready.remove();
  }

  private Runnable await(Runnable pass) {
    synchronized (this) {
      if (ready.isEmpty() && !over) {
        waiting = Optional.of(pass);
        return this::leave;
      }
    }
    pass.run();
    return () -> {};
  }

  /** The client has gone; what comes is still recorded. */
  private synchronized void leave() {
    waiting = Optional.empty();
  }

  private final class Body implements Flow.Subscriber<List<ByteBuffer>> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        if (bytes.length > 0) {
          synchronized (Relay.this) {
            pieces.add(bytes, System.nanoTime());
          }
          add(List.of(new Act.Body(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), false)), false);
        }
      }
    }

    @Override
    public void onError(Throwable failure) {
      // The client's future ends with it.
    }

    @Override
    public void onComplete() {
      // The client's future ends with it.
    }
  }
}
