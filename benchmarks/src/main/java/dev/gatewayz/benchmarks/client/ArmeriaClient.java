package dev.gatewayz.benchmarks.client;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Armeria's WebClient. */
final class ArmeriaClient implements Client {
  private final ClientFactory factory = ClientFactory.ofDefault();
  private final WebClient web;
  private final RequestHeaders headers =
      RequestHeaders.builder(HttpMethod.POST, Target.PATH)
          .contentType(MediaType.JSON)
          .add(HttpHeaderNames.AUTHORIZATION, "Bearer gw_live_0123456789abcdef")
          .build();

  ArmeriaClient(Target target) {
    web =
        WebClient.builder(
                (target.secure() ? "h2://" : "h2c://") + Target.HOST + ":" + target.port())
            .responseTimeoutMillis(0)
            .maxResponseLength(0)
            .build();
  }

  @Override
  public void call(String model, Pieces pieces) {
    web.execute(HttpRequest.of(headers, HttpData.wrap(ChatJson.request(model, false))))
        .aggregate()
        .whenComplete(
            (response, failure) -> {
              if (failure == null) {
                byte[] body = response.content().array();
                String text = ChatJson.text(body, 0, body.length);
                pieces.piece(text == null ? "" : text);
              }
              pieces.end(failure);
            });
  }

  @Override
  public void stream(String model, Pieces pieces) {
    EventBytes events = new EventBytes(pieces);
    web.execute(HttpRequest.of(headers, HttpData.wrap(ChatJson.request(model, true))))
        .split()
        .body()
        .subscribe(
            new Subscriber<HttpData>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(HttpData data) {
                events.feed(data.array());
              }

              @Override
              public void onError(Throwable failure) {
                pieces.end(failure);
              }

              @Override
              public void onComplete() {
                pieces.end(null);
              }
            });
  }

  @Override
  public void close() {
    factory.closeAsync();
  }
}
