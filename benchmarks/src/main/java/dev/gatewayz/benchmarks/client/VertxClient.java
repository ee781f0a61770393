package dev.gatewayz.benchmarks.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.function.Function;

/** Vert.x' HttpClient. */
final class VertxClient implements Client {
  private static final int CONNECTIONS = 16;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http;
  private final RequestOptions request;

  VertxClient(Target target) {
    http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(target.secure())
                .setSsl(target.secure())
                .setHttp2ClearTextUpgrade(false),
            new PoolOptions().setHttp2MaxSize(CONNECTIONS));
    request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(Target.HOST)
            .setPort(target.port())
            .setURI(Target.PATH)
            .putHeader("content-type", "application/json")
            .putHeader("authorization", "Bearer gw_live_0123456789abcdef");
  }

  @Override
  public void call(String model, Pieces pieces) {
    send(model, false, HttpClientResponse::body)
        .onComplete(
            body -> {
              byte[] bytes = body.getBytes();
              String text = ChatJson.text(bytes, 0, bytes.length);
              pieces.piece(text == null ? "" : text);
              pieces.end(null);
            },
            pieces::end);
  }

  @Override
  public void stream(String model, Pieces pieces) {
    EventBytes events = new EventBytes(pieces);
    send(model, true, response -> response.handler(data -> events.feed(data.getBytes())).end())
        .onComplete(end -> pieces.end(null), pieces::end);
  }

  /** Reads the response where it begins, since what arrives before a handler is set is lost. */
  private <T> Future<T> send(
      String model, boolean stream, Function<HttpClientResponse, Future<T>> reading) {
    Buffer body = Buffer.buffer(ChatJson.request(model, stream));
    return http.request(request).compose(asked -> asked.send(body).compose(reading));
  }

  @Override
  public void close() {
    vertx.close();
  }
}
