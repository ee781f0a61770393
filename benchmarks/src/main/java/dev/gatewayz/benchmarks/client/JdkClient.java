package dev.gatewayz.benchmarks.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/** The JDK's HttpClient: HTTP/2 with TLS, HTTP/1.1 without, as it has no other way to begin. */
final class JdkClient implements Client {
  private final HttpClient http;
  private final HttpRequest.Builder request;

  JdkClient(Target target) {
    http =
        HttpClient.newBuilder()
            .version(target.secure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .build();
    request =
        HttpRequest.newBuilder(URI.create(target.base() + Target.PATH))
            .header("content-type", "application/json")
            .header("authorization", "Bearer gw_live_0123456789abcdef");
  }

  @Override
  public void call(String model, Pieces pieces) {
    http.sendAsync(request(model, false), BodyHandlers.ofByteArray())
        .whenComplete(
            (response, failure) -> {
              if (failure == null) {
                byte[] body = response.body();
                String text = ChatJson.text(body, 0, body.length);
                pieces.piece(text == null ? "" : text);
              }
              pieces.end(failure);
            });
  }

  @Override
  public void stream(String model, Pieces pieces) {
    http.sendAsync(request(model, true), BodyHandlers.fromLineSubscriber(new Lines(pieces)))
        .whenComplete(
            (response, failure) -> {
              if (failure != null) {
                pieces.end(failure);
              }
            });
  }

  private HttpRequest request(String model, boolean stream) {
    return request.copy().POST(BodyPublishers.ofByteArray(ChatJson.request(model, stream))).build();
  }

  @Override
  public void close() {}

  private record Lines(Pieces pieces) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.startsWith("data: {")) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        String text = ChatJson.text(bytes, 6, bytes.length - 6);
        if (text != null && !text.isEmpty()) {
          pieces.piece(text);
        }
      }
    }

    @Override
    public void onError(Throwable failure) {
      pieces.end(failure);
    }

    @Override
    public void onComplete() {
      pieces.end(null);
    }
  }
}
