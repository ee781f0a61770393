package dev.gatewayz.fault;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The server's side of TLS on blocking sockets, with a certificate of its own. Immutable. */
final class LocalhostTls {
  private final X509Certificate certificate;
  private final SSLContext context;
  private final String[] protocols;

  /**
   * One with a new certificate for {@code localhost}.
   *
   * @param protocols what ALPN offers, the preferred one first; none for no ALPN
   */
  LocalhostTls(String... protocols) {
    this.protocols = protocols;
    try {
      X509Bundle bundle =
          new CertificateBuilder()
              .ecp256()
              .subject("CN=localhost")
              .addSanDnsName("localhost")
              .addSanIpAddress("127.0.0.1")
              .addSanIpAddress("::1")
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      certificate = bundle.getCertificate();
      context = SSLContext.getInstance("TLS");
      context.init(bundle.toKeyManagerFactory().getKeyManagers(), null, null);
    } catch (Exception e) {
      throw new IllegalStateException("This JVM cannot serve TLS.", e);
    }
  }

  /** What a client has to trust. */
  X509Certificate certificate() {
    return certificate;
  }

  /** Shakes hands with the client on this socket. */
  SSLSocket accept(Socket socket, Duration patience) throws IOException {
    SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    tls.setSSLParameters(parameters);
    tls.setSoTimeout((int) patience.toMillis());
    tls.startHandshake();
    return tls;
  }
}
