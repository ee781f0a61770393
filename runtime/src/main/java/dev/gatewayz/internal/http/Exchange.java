package dev.gatewayz.internal.http;

import dev.gatewayz.internal.http.TransportException.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response. The connection that carries it has the {@code on…} methods called,
 * all on its event loop, in this order: at most one {@link #onHead}, any number of {@link #onBody},
 * then one of {@link #onEnd} and {@link #onFailure}. After {@link #abort} none is called any more.
 *
 * <p>An exchange can be sent again after it failed: its request never changes. One that throws is
 * failed, and harms no other: connections call only methods of this class, which see to that.
 */
public abstract class Exchange {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  private @Nullable Connection connection;
  private @Nullable Object stream;
  private boolean begun;
  private byte resends;

  /** What all requests of this kind have in common. */
  public abstract RequestHead head();

  /** The value of {@code x-request-id}. */
  public abstract AsciiString requestId();

  /** The bytes of the request; the first {@link #bodyLength()} count. Never changed. */
  public abstract byte[] body();

  /** How many bytes of {@link #body()} count; 0 for a request without body. */
  public abstract int bodyLength();

  /** Whether the response is wanted in one piece, so that it may come as fast as it can. */
  public abstract boolean wantsWideWindow();

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
    onWaiting();
  }

  /** Called by the connection that begins to carry this exchange. */
  public final void attach(Connection connection, Object stream) {
    this.connection = connection;
    this.stream = stream;
    begun = false;
    onSent();
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
      LOG.log(System.Logger.Level.ERROR, "A call could not be failed.", t);
    }
  }

  private void threw(Throwable cause) {
    abort();
    fail(
        TransportException.of(
            Kind.PROTOCOL, "The response could not be handled: " + cause + ".", cause));
  }

  /** Called by the connection that no longer carries this exchange. */
  public final void detach() {
    connection = null;
    stream = null;
  }
}
