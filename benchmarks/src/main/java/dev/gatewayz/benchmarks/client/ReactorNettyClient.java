package dev.gatewayz.benchmarks.client;

import io.netty.buffer.Unpooled;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClient.ResponseReceiver;

/** Reactor Netty's HttpClient. */
final class ReactorNettyClient implements Client {
  private final HttpClient http;

  ReactorNettyClient(Target target) {
    HttpClient client =
        HttpClient.create()
            .baseUrl(target.base())
            .protocol(target.secure() ? HttpProtocol.H2 : HttpProtocol.H2C)
            .headers(
                headers ->
                    headers
                        .set("content-type", "application/json")
                        .set("authorization", "Bearer gw_live_0123456789abcdef"));
    http = target.secure() ? client.secure() : client;
  }

  @Override
  public void call(String model, Pieces pieces) {
    send(model, false)
        .responseSingle((response, body) -> body.asByteArray())
        .subscribe(
            bytes -> {
              String text = ChatJson.text(bytes, 0, bytes.length);
              pieces.piece(text == null ? "" : text);
            },
            pieces::end,
            () -> pieces.end(null));
  }

  @Override
  public void stream(String model, Pieces pieces) {
    EventBytes events = new EventBytes(pieces);
    send(model, true)
        .responseContent()
        .asByteArray()
        .subscribe(events::feed, pieces::end, () -> pieces.end(null));
  }

  private ResponseReceiver<?> send(String model, boolean stream) {
    return http.post()
        .uri(Target.PATH)
        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(ChatJson.request(model, stream))));
  }

  @Override
  public void close() {}
}
