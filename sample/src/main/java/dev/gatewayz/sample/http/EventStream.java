package dev.gatewayz.sample.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer made of server-sent events. It takes what it is given, so whoever writes much asks
 * {@link #isWritable()} first and waits for {@link #onWritable}: a browser that does not read has
 * no more than a few kilobytes waiting for it. Belongs to the event loop of the connection, but for
 * what says otherwise.
 */
public final class EventStream {
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Channel channel;
  private final List<Runnable> onWritable = new ArrayList<>(2);
  private final List<Runnable> onGone = new ArrayList<>(2);
  private final List<Runnable> onOver = new ArrayList<>(1);
  private boolean over;

  EventStream(Channel channel) {
    this.channel = channel;
  }

  /** The bytes of an event, which may go to many browsers. */
  public static byte[] bytes(String event, JsonText data) {
    return ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Writes an event. */
  public void send(String event, JsonText data) {
    if (!over) {
      write(Unpooled.wrappedBuffer(bytes(event, data)));
    }
  }

  /** Writes an event, if the browser has read those before; on any thread. */
  public void offer(byte[] event) {
    if (channel.isWritable()) {
      write(Unpooled.wrappedBuffer(event));
    }
  }

  private void write(ByteBuf event) {
    channel.writeAndFlush(new DefaultHttpContent(event), channel.voidPromise());
  }

  /** The event loop of the connection. */
  public EventExecutor loop() {
    return channel.eventLoop();
  }

  /** Whether the browser keeps up. */
  public boolean isWritable() {
    return channel.isWritable();
  }

  /** Is told whenever the browser keeps up again. */
  public void onWritable(Runnable listener) {
    onWritable.add(listener);
  }

  /** Is told when the browser has left before the end. */
  public void onGone(Runnable listener) {
    onGone.add(listener);
  }

  /** Is told when the answer is over, by its end or because the browser has left. */
  public void onOver(Runnable listener) {
    onOver.add(listener);
  }

  /** Ends the answer. */
  public void end() {
    if (!over) {
      over = true;
      onOver.forEach(Runnable::run);
      channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  boolean isOver() {
    return over;
  }

  void writable() {
    onWritable.forEach(Runnable::run);
  }

  /** Writes something that is no event, so that a silent connection is not taken for a lost one. */
  void keepAlive() {
    if (!over && channel.isWritable()) {
      write(Unpooled.wrappedBuffer(COMMENT));
    }
  }

  void gone() {
    if (!over) {
      over = true;
      onOver.forEach(Runnable::run);
      onGone.forEach(Runnable::run);
    }
  }
}
