package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.client.Http2Client;
import io.netty.handler.ssl.SslContext;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** TLS, and the protocol that is agreed on within it. */
class TlsTest {
  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  private final MockGateway gateway = mock.gateway();

  @Test
  void alpnAgreesOnHttp2() {
    HttpResponse<String> response = PlainClient.tls(gateway).chat(Chats.WHOLE);

    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(response.statusCode()).isEqualTo(200);
    RecordedRequest request = gateway.takeRequest();
    assertThat(request.protocol()).isEqualTo(Protocol.HTTP_2);
    assertThat(request.isSecure()).isTrue();
    assertThat(request.authority()).isEqualTo("localhost:" + gateway.tlsPort());
    assertThat(request.model()).contains("a/b");
    assertThat(request.isStream()).isFalse();
    assertThat(request.bodyText()).isEqualTo(Chats.WHOLE);
    assertThat(request.header("Content-Type")).contains("application/json");
    assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.ANSWERED);
  }

  @Test
  void aStreamOverTlsIsWhole() {
    gateway.reply(Reply.text("one two"));
    assertThat(PlainClient.tls(gateway).stream(Chats.STREAM)).hasSize(5).endsWith("[DONE]");
  }

  @Test
  void whoSpeaksOnlyHttp1GetsHttp1() {
    try (MockGateway old = MockGateway.builder().protocols(Protocol.HTTP_1_1).start()) {
      HttpResponse<String> response = PlainClient.tls(old).chat(Chats.WHOLE);
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(response.statusCode()).isEqualTo(200);
      try (Http2Client h2 = Http2Client.connect(old.port())) {
        h2.awaitClosed();
      }
    }
  }

  @Test
  void theCertificateIsForTheLoopbackNames() throws Exception {
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    byte[] pem = gateway.certificatePem().getBytes(StandardCharsets.UTF_8);

    assertThat(certificates.generateCertificate(new ByteArrayInputStream(pem)))
        .isEqualTo(gateway.certificate());
    assertThat(gateway.certificate().getSubjectAlternativeNames())
        .extracting(name -> name.get(1).toString())
        .contains("localhost", "127.0.0.1");
  }

  @Test
  void aCertificateForAnotherHostIsNoticed() {
    try (MockGateway other = MockGateway.builder().certificateFor("other.example").start()) {
      PlainClient client = PlainClient.tls(other);
      assertThatThrownBy(() -> client.get("/health")).rootCause().hasMessageContaining("localhost");
    }
  }

  @Test
  void aClientsCertificateIsAskedFor() throws Exception {
    X509Bundle mine =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=client")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    try (MockGateway strict =
        MockGateway.builder().requireClientCertificate(mine.getCertificate()).start()) {
      SslContext with =
          Http2Client.trusting(strict.certificate())
              .keyManager(mine.getKeyPair().getPrivate(), mine.getCertificatePath())
              .build();
      try (Http2Client h2 = Http2Client.connect(strict.tlsPort(), with)) {
        assertThat(h2.get("/health").await().status()).isEqualTo(200);
      }
      SslContext without = Http2Client.trusting(strict.certificate()).build();
      try (Http2Client h2 = Http2Client.connect(strict.tlsPort(), without)) {
        h2.awaitClosed();
      }
      assertThat(strict.requests()).hasSize(1);
    }
  }
}
