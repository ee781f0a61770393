package dev.gatewayz.support;

import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.http.TransportException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A call for a streamed answer without anything around it; its text is what the body was. */
public final class PlainExchange extends Exchange {
  private final RequestHead head;
  private final byte[] body;
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final CompletableFuture<String> whole = new CompletableFuture<>();

  /** To that origin, with that prompt. */
  public PlainExchange(Origin origin, String prompt) {
    head =
        new RequestHead(
            "POST", origin, "/v1/chat/completions", Map.of("content-type", "application/json"));
    body =
        ("{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\""
                + prompt
                + "\"}]}")
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Completes with the status when the response begins. */
  public CompletableFuture<Integer> status() {
    return status;
  }

  /** Completes with the body when it is whole, or with the failure. */
  public CompletableFuture<String> whole() {
    return whole;
  }

  @Override
  public RequestHead head() {
    return head;
  }

  @Override
  public AsciiString requestId() {
    return AsciiString.of("r");
  }

  @Override
  public int bodyLength() {
    return body.length;
  }

  @Override
  public ByteBuf body(ByteBufAllocator allocator) {
    return allocator.buffer(body.length).writeBytes(body);
  }

  @Override
  public boolean wantsWideWindow() {
    return false;
  }

  @Override
  public boolean isWanted() {
    return true;
  }

  @Override
  public void onSent() {}

  @Override
  public void onWaiting() {}

  @Override
  public void onHead(ResponseHead head) {
    status.complete(head.status());
  }

  @Override
  public int onBody(ByteBuf data) {
    text.append(data.toString(StandardCharsets.UTF_8));
    return data.readableBytes();
  }

  @Override
  public void onEnd() {
    whole.complete(text.toString());
  }

  @Override
  public void onFailure(TransportException failure) {
    status.completeExceptionally(failure);
    whole.completeExceptionally(failure);
  }

  @Override
  public void onThrown(Throwable thrown) {
    status.completeExceptionally(thrown);
    whole.completeExceptionally(thrown);
  }
}
