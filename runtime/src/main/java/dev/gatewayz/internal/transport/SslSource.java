package dev.gatewayz.internal.transport;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes the TLS context of a client. What it is made of is shown to nobody. */
public final class SslSource {
  private final X509Certificate @Nullable [] trusted;
  private final @Nullable PrivateKey key;
  private final X509Certificate @Nullable [] chain;

  /**
   * A source.
   *
   * @param trusted whom to trust, {@code null} for the system's choice
   * @param key proves who this client is, {@code null} if nobody asks
   * @param chain the certificate that belongs to {@code key}, and those that vouch for it
   */
  public SslSource(
      X509Certificate @Nullable [] trusted,
      @Nullable PrivateKey key,
      X509Certificate @Nullable [] chain) {
    this.trusted = trusted;
    this.key = key;
    this.chain = chain;
  }

  /** A context that offers HTTP/2 and HTTP/1.1. */
  public SslContext context() throws SSLException {
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .protocols("TLSv1.3", "TLSv1.2")
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    ApplicationProtocolNames.HTTP_2,
                    ApplicationProtocolNames.HTTP_1_1));
    if (trusted != null) {
      builder.trustManager(trusted);
    }
    if (key != null) {
      builder.keyManager(key, chain);
    }
    return builder.build();
  }
}
