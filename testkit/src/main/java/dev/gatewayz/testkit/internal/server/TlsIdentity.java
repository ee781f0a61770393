package dev.gatewayz.testkit.internal.server;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.NetUtil;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A key and its self-signed certificate, made for one server. Immutable. */
public final class TlsIdentity {
  private final X509Bundle bundle;

  private TlsIdentity(X509Bundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Makes a new one.
   *
   * @param hosts the names and addresses the certificate is for
   */
  public static TlsIdentity selfSigned(List<String> hosts) {
    CertificateBuilder certificate =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=" + hosts.get(0))
            .setIsCertificateAuthority(true);
    for (String host : hosts) {
      if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
        certificate.addSanIpAddress(host);
      } else {
        certificate.addSanDnsName(host);
      }
    }
    try {
      return new TlsIdentity(certificate.buildSelfSigned());
    } catch (Exception e) {
      throw new IllegalStateException("This JVM cannot make a certificate.", e);
    }
  }

  /** What a client has to trust. */
  public X509Certificate certificate() {
    return bundle.getCertificate();
  }

  /** The same in PEM. */
  public String certificatePem() {
    return bundle.getCertificatePEM();
  }

  /**
   * The server's side of TLS with this identity.
   *
   * @param protocols what ALPN offers, the preferred one first
   * @param clientIssuer who must have issued the client's certificate; nothing to ask for none
   */
  public SslContext serverContext(List<String> protocols, Optional<X509Certificate> clientIssuer) {
    SslContextBuilder context =
        SslContextBuilder.forServer(bundle.getKeyPair().getPrivate(), bundle.getCertificatePath())
            .sslProvider(SslProvider.JDK)
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    protocols));
    clientIssuer.ifPresent(issuer -> context.clientAuth(ClientAuth.REQUIRE).trustManager(issuer));
    try {
      return context.build();
    } catch (SSLException e) {
      throw new IllegalStateException("This JVM cannot serve TLS.", e);
    }
  }
}
