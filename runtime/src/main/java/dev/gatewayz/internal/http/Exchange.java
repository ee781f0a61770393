package dev.gatewayz.internal.http;

import dev.gatewayz.internal.log.Log;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response. The connection that carries it has the {@code on…} methods called,
 * all on its event loop, in this order: at most one {@link #onHead}, any number of {@link #onBody},
 * then one of {@link #onEnd} and {@link #onFailure}. After {@link #abort} none is called any more.
 *
 * <p>Connections and pools call only final methods of this class. They are the one guarded way in:
 * whatever one of them throws ends this exchange, by {@link #onThrown}, and harms no other.
 */
public abstract class Exchange {
  private @Nullable Connection connection;
  private @Nullable Object stream;
  private boolean begun;
  private byte resends;

  /** What all requests of this kind have in common. */
  public abstract RequestHead head();

  /** The value of {@code x-request-id}. */
  public abstract AsciiString requestId();

  /** How many bytes the body of the request has; 0 for a request without body. */
  public abstract int bodyLength();

  /** The body of the request, in a buffer that the caller releases. */
  public abstract ByteBuf body(ByteBufAllocator allocator);

  /** Whether the response is wanted in one piece, so that it may come as fast as it can. */
  public abstract boolean wantsWideWindow();

  /** Whether anybody still waits for the response; if nobody does, it is not sent again. */
  public abstract boolean isWanted();

  /** A connection has taken the request. */
  public abstract void onSent();

  /** The request waits for a connection again, because the one that took it did nothing with it. */
  public abstract void onWaiting();

  /** The response begins. */
  public abstract void onHead(ResponseHead head);

  /**
   * A part of the response.
   *
   * @param data the part; the connection keeps owning it, and it is gone when this method returns
   * @return how many of its bytes may be read from the peer again at once; the others wait for
   *     {@link #credit}
   */
  public abstract int onBody(ByteBuf data);

  /** The response is whole. */
  public abstract void onEnd();

  /** The response is not, or no longer, to be had. */
  public abstract void onFailure(TransportException failure);

  /** One of the methods above threw. The exchange has been aborted; this ends it. */
  public abstract void onThrown(Throwable thrown);

  /** Lets the peer send {@code bytes} more. On the loop. */
  public final void credit(int bytes) {
    if (connection != null && bytes > 0) {
      connection.credit(this, bytes);
    }
  }

  /** Ends the exchange from this side: the peer is told to stop. On the loop. */
  public final void abort() {
    Connection carrier = connection;
    if (carrier != null) {
      carrier.abort(this);
    }
  }

  /** The connection that carries this exchange now. */
  public final @Nullable Connection connection() {
    return connection;
  }

  /** What the carrying connection knows this exchange by. */
  public final @Nullable Object stream() {
    return stream;
  }

  /** Whether the response has begun. */
  public final boolean isBegun() {
    return begun;
  }

  /** How often it was sent again because a server provably had not processed it. */
  public final int resends() {
    return resends;
  }

  /** Called by whoever sends it again. */
  public final void resending() {
    resends++;
    waiting();
  }

  /** Called by whoever has it wait for a connection again. */
  public final void waiting() {
    try {
      onWaiting();
    } catch (Throwable t) {
      threw(t);
    }
  }

  /** Called by the connection that begins to carry this exchange. */
  public final void attach(Connection connection, Object stream) {
    this.connection = connection;
    this.stream = stream;
    begun = false;
    try {
      onSent();
    } catch (Throwable t) {
      threw(t);
    }
  }

  /** Called by the connection when the response begins. */
  public final void begin(ResponseHead head) {
    begun = true;
    try {
      onHead(head);
    } catch (Throwable t) {
      threw(t);
    }
  }

  /**
   * Called by the connection for a part of the response.
   *
   * @return how many of its bytes may be read from the peer again at once
   */
  public final int take(ByteBuf data) {
    try {
      return onBody(data);
    } catch (Throwable t) {
      threw(t);
      return data.readableBytes();
    }
  }

  /** Called by the connection that no longer carries this exchange: the response is whole. */
  public final void conclude() {
    try {
      onEnd();
    } catch (Throwable t) {
      threw(t);
    }
  }

  /** Called by whoever no longer carries this exchange: there is no response. */
  public final void fail(TransportException failure) {
    try {
      onFailure(failure);
    } catch (Throwable t) {
      threw(t);
    }
  }

  private void threw(Throwable thrown) {
    try {
      abort();
      onThrown(thrown);
    } catch (Throwable t) {
      Log.error("A call could not be failed.", t);
    }
  }

  /** Called by the connection that no longer carries this exchange. */
  public final void detach() {
    connection = null;
    stream = null;
  }
}
