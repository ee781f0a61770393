package dev.gatewayz.internal.http2;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.Exchange;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which stream carries which exchange. A stream whose exchange was let go carries none. */
final class StreamExchanges {
  private final Http2Connection connection;
  private final Http2Connection.PropertyKey key;
  private int count;

  StreamExchanges(Http2Connection connection) {
    this.connection = connection;
    this.key = connection.newKey();
  }

  void put(Http2Stream stream, Exchange exchange, Connection carrier) {
    stream.setProperty(key, exchange);
    count++;
    exchange.attach(carrier, stream);
  }

  /** Whether no stream carries any. */
  boolean isEmpty() {
    return count == 0;
  }

  @Nullable Exchange get(@Nullable Http2Stream stream) {
    return stream == null ? null : stream.getProperty(key);
  }

  /** Takes the exchange off its stream, {@code null} if the stream carries none. */
  @Nullable Exchange take(@Nullable Http2Stream stream) {
    Exchange exchange = get(stream);
    if (stream != null && exchange != null) {
      stream.removeProperty(key);
      count--;
      exchange.detach();
    }
    return exchange;
  }

  /** The open streams with ids above {@code id}. */
  List<Http2Stream> above(int id) {
    List<Http2Stream> streams = new ArrayList<>();
    try {
      connection.forEachActiveStream(
          stream -> {
            if (stream.id() > id) {
              streams.add(stream);
            }
            return true;
          });
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
    return streams;
  }
}
