package dev.gatewayz.internal.http2;

import static io.netty.handler.codec.http2.Http2Error.CANCEL;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Resets streams, but no more of them than a server puts up with. Those beyond the budget wait
 * until there is budget again: what the server sends on them meanwhile is thrown away, and it may
 * well finish them by itself. Runs on the connection's loop.
 */
final class StreamResets {
  private final Http2ClientConnection connection;
  private final ResetBudget budget = new ResetBudget();
  private final List<Http2Stream> waiting = new ArrayList<>(0);
  private final RecentResets recent;

  StreamResets(Http2ClientConnection connection, RecentResets recent) {
    this.connection = connection;
    this.recent = recent;
  }

  /** Resets a stream, now or when there is budget for it. */
  void reset(ChannelHandlerContext ctx, Http2Stream stream, Http2Error error) {
    if (budget.spend(System.nanoTime())) {
      recent.add(stream.id());
      connection.resetStream(ctx, stream.id(), error.code(), ctx.newPromise());
      connection.flushSoon();
    } else {
      if (waiting.isEmpty()) {
        later(ctx);
      }
      waiting.add(stream);
    }
  }

  /** Notes a reset that Netty sends by itself. */
  void onReset(int streamId) {
    budget.spend(System.nanoTime());
    recent.add(streamId);
  }

  /** Whether so many were sent lately that new exchanges had better go elsewhere. */
  boolean areMany() {
    return budget.isHigh(System.nanoTime());
  }

  private void later(ChannelHandlerContext ctx) {
    ctx.executor()
        .schedule(() -> resetWaiting(ctx), budget.left(System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  private void resetWaiting(ChannelHandlerContext ctx) {
    List<Http2Stream> due = List.copyOf(waiting);
    waiting.clear();
    for (Http2Stream stream : due) {
      if (stream.state() != Http2Stream.State.CLOSED) {
        reset(ctx, stream, CANCEL);
      }
    }
  }
}
