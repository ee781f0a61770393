package dev.gatewayz.internal.http2;

import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.RejectedExecutionException;

/**
 * Flushes once for all that is written in a turn of the loop: at the end of a read if one is going
 * on, else when the tasks that are already queued have run.
 */
final class FlushOnce implements Runnable {
  private final Http2ClientConnection connection;
  private boolean reading;
  private boolean scheduled;

  FlushOnce(Http2ClientConnection connection) {
    this.connection = connection;
  }

  /** A read begins; its end flushes. */
  void onRead() {
    reading = true;
  }

  /** A read has ended, and everything was flushed. */
  void onReadComplete() {
    reading = false;
  }

  void soon(ChannelHandlerContext ctx) {
    if (!reading && !scheduled) {
      scheduled = true;
      try {
        ctx.executor().execute(this);
      } catch (RejectedExecutionException e) {
        // The loop of a user may be full: then for each what is written.
        run();
      }
    }
  }

  @Override
  public void run() {
    scheduled = false;
    connection.flushNow();
  }
}
