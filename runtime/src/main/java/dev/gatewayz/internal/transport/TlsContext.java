package dev.gatewayz.internal.transport;

import io.netty.handler.ssl.SslContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The TLS context of a client, made when the first encrypted connection needs it. Thread-safe. */
final class TlsContext {
  private final Callable<SslContext> source;
  private @Nullable SslContext context;

  TlsContext(Callable<SslContext> source) {
    this.source = source;
  }

  /** The context; blocks while it is made. */
  synchronized SslContext get() throws Exception {
    SslContext made = context;
    if (made == null) {
      made = source.call();
      context = made;
    }
    return made;
  }
}
