package dev.gatewayz.testkit.client;

import io.netty.handler.codec.http2.Http2Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One stream as a client saw it. */
public final class Http2Call {
  private final Http2Client client;
  private final int streamId;
  private final List<Http2Headers> heads = new ArrayList<>();
  private final List<Integer> dataSizes = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final CompletableFuture<Http2Call> over = new CompletableFuture<>();
  private boolean ended;
  private long resetCode = -1;
  private Throwable failure;

  Http2Call(Http2Client client, int streamId) {
    this.client = client;
    this.streamId = streamId;
  }

  public int streamId() {
    return streamId;
  }

  /** Waits until the stream is closed, by whomever. */
  public Http2Call await() {
    return Http2Client.await(over);
  }

  /** Waits until so many bytes of the body are there. */
  public synchronized Http2Call awaitBytes(int count) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (body.size() < count) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("Only " + body.size() + " of " + count + " bytes: " + this);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return this;
  }

  /** The status of the final response. */
  public int status() {
    return Integer.parseInt(head().status().toString());
  }

  public String header(String name) {
    CharSequence value = head().get(name);
    return value == null ? null : value.toString();
  }

  private synchronized Http2Headers head() {
    return heads.stream()
        .filter(headers -> headers.status() != null && headers.status().charAt(0) != '1')
        .findFirst()
        .orElseThrow(() -> new AssertionError("No response: " + this));
  }

  /** All header blocks in their order, informational ones and trailers too. */
  public synchronized List<Http2Headers> heads() {
    return List.copyOf(heads);
  }

  public synchronized String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  public synchronized byte[] bytes() {
    return body.toByteArray();
  }

  /** The sizes of the DATA frames in their order. */
  public synchronized List<Integer> dataSizes() {
    return List.copyOf(dataSizes);
  }

  /** Whether END_STREAM came. */
  public synchronized boolean isEnded() {
    return ended;
  }

  /** The code of the server's RST_STREAM, -1 if there was none. */
  public synchronized long resetCode() {
    return resetCode;
  }

  public void send(byte[] bytes, boolean end) {
    client.data(streamId, bytes, end);
  }

  public void cancel() {
    client.reset(streamId, 8);
  }

  public void consume(int bytes) {
    client.consume(streamId, bytes);
  }

  synchronized void headers(Http2Headers headers, boolean end) {
    heads.add(headers);
    ended |= end;
    notifyAll();
  }

  synchronized void data(byte[] bytes, boolean end) {
    body.writeBytes(bytes);
    dataSizes.add(bytes.length);
    ended |= end;
    notifyAll();
  }

  synchronized void reset(long code) {
    resetCode = code;
  }

  void failed(Throwable cause) {
    failure = cause;
    over.complete(this);
  }

  void closed() {
    over.complete(this);
  }

  @Override
  public synchronized String toString() {
    return "stream "
        + streamId
        + " heads="
        + heads
        + " data="
        + dataSizes
        + " ended="
        + ended
        + " reset="
        + resetCode
        + " failure="
        + failure;
  }
}
