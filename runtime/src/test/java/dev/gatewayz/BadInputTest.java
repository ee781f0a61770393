package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ConnectionException.Reason;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Protocol;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a developer or a network can get wrong before a call has even begun. */
class BadInputTest {
  private static final ChatRequest HELLO =
      ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user("Hello").build();

  private static GatewayzBuilder builder() {
    return new GatewayzBuilder(Map.of(), new Properties()).noProxy().maxRetries(0);
  }

  @Test
  void aMissingKeyIsToldBeforeAnythingIsSent() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = builder().apiBase(gateway.apiBase()).build()) {
      assertThatThrownBy(() -> client.complete(HELLO))
          .isInstanceOfSatisfying(
              AuthenticationException.class, e -> assertThat(e.attempts()).isZero())
          .hasMessageContaining("GATEWAYZ_API_KEY");
      assertThatThrownBy(() -> client.completeAsync(HELLO).join())
          .hasCauseInstanceOf(AuthenticationException.class);
      Probe.all(client.stream(HELLO)).awaitFailure(AuthenticationException.class);
      assertThat(gateway.counters().connectionsOpened()).isZero();
    }
  }

  @Test
  void aBlankKeyOfTheEnvironmentIsNone() {
    try (Gatewayz client =
        new GatewayzBuilder(Map.of("GATEWAYZ_API_KEY", "  "), new Properties()).noProxy().build()) {
      assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(AuthenticationException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "sk-a\nb", "sk-\u00fc", "sk a\u0000"})
  void aKeyThatCannotBeSentIsRefused(String key) {
    assertThatThrownBy(() -> builder().apiKey(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key")
        .satisfies(e -> assertThat(key.isBlank() || !e.getMessage().contains(key)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.gatewayz.com",
        "ftp://api.gatewayz.com",
        "https://",
        "https:///v1",
        "https://host:99999",
        "https://ho st",
        "https://user:password@host",
        "https://host#x"
      })
  void aBaseThatIsNoneIsRefused(String base) {
    assertThatThrownBy(() -> builder().apiKey("sk").apiBase(base).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("API base");
  }

  @Test
  void theKeyIsNotSentInTheClearToOtherMachines() {
    assertThatThrownBy(() -> builder().apiKey("sk").apiBase("http://llm.example.com").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowPlaintext()");
    builder().apiKey("sk").apiBase("http://llm.example.com").allowPlaintext().build().close();
    for (String own : new String[] {"localhost", "127.0.0.1", "[::1]", "127.8.8.8"}) {
      builder().apiKey("sk").apiBase("http://" + own).build().close();
    }
    try (Gatewayz client = builder().apiKey("sk").build()) {
      CallOptions options = CallOptions.builder().apiBase("http://llm.example.com").build();
      assertThatThrownBy(() -> client.complete(HELLO, options))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("unencrypted");
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    assertRefused("https://no.such.host.invalid", Reason.UNKNOWN_HOST, "no.such.host.invalid");
  }

  @Test
  void aRefusedConnectionIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertRefused("http://127.0.0.1:" + port, Reason.CONNECT, "127.0.0.1:" + port);
  }

  @Test
  void aCertificateThatNobodyTrustsIsToldSo() {
    try (MockGateway gateway = MockGateway.start()) {
      assertRefused(gateway.tlsApiBase(), Reason.TLS, "certificate");
    }
  }

  @Test
  void aCertificateOfAnotherHostIsToldSo() {
    try (MockGateway gateway = MockGateway.builder().certificateFor("elsewhere.test").start();
        Gatewayz client =
            builder()
                .apiKey(Wire.KEY)
                .apiBase(gateway.tlsApiBase())
                .trust(gateway.certificate())
                .build()) {
      assertThatThrownBy(() -> client.complete(HELLO))
          .isInstanceOfSatisfying(
              ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TLS));
      assertThat(gateway.counters().requestsOpened()).isZero();
    }
  }

  @Test
  void encryptionWhereThereIsNoneIsToldSo() {
    try (MockGateway gateway = MockGateway.start()) {
      assertRefused("https://localhost:" + gateway.port(), Reason.TLS, "TLS");
    }
  }

  @Test
  void noEncryptionWhereThereIsSomeIsAnError() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client =
            builder().apiKey(Wire.KEY).apiBase("http://localhost:" + gateway.tlsPort()).build()) {
      assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(GatewayzException.class);
    }
  }

  @Test
  void aServerWithoutPriorKnowledgeIsAnError() {
    try (MockGateway gateway = MockGateway.builder().protocols(Protocol.HTTP_1_1).start();
        Gatewayz client = Wire.H2C.client(gateway).build()) {
      assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(GatewayzException.class);
    }
  }

  private static void assertRefused(String base, Reason reason, String word) {
    try (Gatewayz client = builder().apiKey(Wire.KEY).apiBase(base).build()) {
      assertThatThrownBy(() -> client.complete(HELLO))
          .isInstanceOfSatisfying(
              ConnectionException.class, e -> assertThat(e.reason()).isEqualTo(reason))
          .hasMessageContaining(word)
          .satisfies(BadInputTest::assertKeyNotShown);
      assertThat(Probe.all(client.stream(HELLO)).awaitFailure(ConnectionException.class).reason())
          .isEqualTo(reason);
      assertThatThrownBy(() -> client.completeAsync(HELLO).join())
          .hasCauseInstanceOf(ConnectionException.class);
    }
  }

  private static void assertKeyNotShown(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(Wire.KEY);
  }

  @Test
  void nothingPrintsTheKey() {
    CallOptions options =
        CallOptions.builder().apiKey(Wire.KEY).header("x-secret", Wire.KEY).build();
    assertThat(options.toString()).doesNotContain(Wire.KEY);
    assertThat(ApiKey.of(Wire.KEY).toString()).doesNotContain(Wire.KEY);
  }
}
