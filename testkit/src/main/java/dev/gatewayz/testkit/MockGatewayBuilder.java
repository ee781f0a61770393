package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.openai.Dialect;
import dev.gatewayz.testkit.internal.server.ServerOptions;
import dev.gatewayz.testkit.internal.server.TlsIdentity;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolNames;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What a {@link MockGateway} is and allows, decided before it starts. Not thread-safe. */
public final class MockGatewayBuilder {
  private static final AtomicInteger GATEWAYS = new AtomicInteger();

  private final Dialect dialect;
  private final Http2Settings settings =
      new Http2Settings().maxConcurrentStreams(128).maxHeaderListSize(65_536);
  private Optional<String> apiKey = Optional.empty();
  private List<String> models =
      List.of("openai/gpt-4o-mini", "openai/gpt-4o", "anthropic/claude-sonnet-4");
  private Duration tokenDelay = Duration.ZERO;
  private Set<Protocol> protocols = EnumSet.allOf(Protocol.class);
  private OptionalInt requestsPerConnection = OptionalInt.empty();
  private int resetLimit;
  private int resetWindowSeconds;
  private List<String> certificateHosts = List.of("localhost", "127.0.0.1", "::1");
  private Optional<X509Certificate> clientIssuer = Optional.empty();
  private int keptRequests = 10_000;

  MockGatewayBuilder(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Asks for this key and answers 401 to any other and to none. By default no key is needed.
   *
   * @param key as clients send it, without {@code Bearer}
   * @return this builder
   */
  public MockGatewayBuilder apiKey(String key) {
    apiKey = Optional.of(key);
    return this;
  }

  /**
   * Sets the catalogue of {@code GET /v1/models}; calls may name any model. By default three.
   *
   * @param ids as the catalogue shall have them
   * @return this builder
   */
  public MockGatewayBuilder models(String... ids) {
    models = List.of(ids);
    return this;
  }

  /**
   * Waits before each event of a streamed chat completion. By default 0.
   *
   * @param delay zero or more
   * @return this builder
   */
  public MockGatewayBuilder tokenDelay(Duration delay) {
    tokenDelay = delay;
    return this;
  }

  /**
   * Speaks only these protocols, on both ports. By default both.
   *
   * @param first HTTP/1.1 or HTTP/2
   * @param others the other one, or none
   * @return this builder
   */
  public MockGatewayBuilder protocols(Protocol first, Protocol... others) {
    protocols = EnumSet.of(first, others);
    return this;
  }

  /**
   * Sets how many streams a client may have at a time on a connection. By default 128.
   *
   * @param limit 0 or more
   * @return this builder
   */
  public MockGatewayBuilder maxConcurrentStreams(int limit) {
    settings.maxConcurrentStreams(limit);
    return this;
  }

  /**
   * Sets how many bytes of a request a client may send ahead on a stream. By default 65,535.
   *
   * @param bytes 0 to 2,147,483,647
   * @return this builder
   */
  public MockGatewayBuilder initialWindow(int bytes) {
    settings.initialWindowSize(bytes);
    return this;
  }

  /**
   * Sets the largest frame a client may send. By default 16,384 bytes.
   *
   * @param bytes 16,384 to 16,777,215
   * @return this builder
   */
  public MockGatewayBuilder maxFrameSize(int bytes) {
    settings.maxFrameSize(bytes);
    return this;
  }

  /**
   * Sets the largest header list a client may send. By default 65,536 bytes.
   *
   * @param bytes 0 or more
   * @return this builder
   */
  public MockGatewayBuilder maxHeaderListSize(int bytes) {
    settings.maxHeaderListSize(bytes);
    return this;
  }

  /**
   * Lets a connection have so many requests and then takes leave, as proxies do: GOAWAY, or {@code
   * connection: close}, before the headers of the last answer. By default any number.
   *
   * @param requests at least 1
   * @return this builder
   */
  public MockGatewayBuilder requestsPerConnection(int requests) {
    requestsPerConnection = OptionalInt.of(requests);
    return this;
  }

  /**
   * Closes a connection with ENHANCE_YOUR_CALM when its client sends more RST_STREAM frames within
   * that time, as servers do to protect themselves. By default any number is fine.
   *
   * @param resets how many are still fine, 0 for any number
   * @param window at least a second; fractions of a second do not count
   * @return this builder
   */
  public MockGatewayBuilder resetLimit(int resets, Duration window) {
    resetLimit = resets;
    resetWindowSeconds = (int) window.toSeconds();
    return this;
  }

  /**
   * Sets the names and addresses in the certificate. By default those of this machine's loopback.
   *
   * @param hosts host names and IP addresses
   * @return this builder
   */
  public MockGatewayBuilder certificateFor(String... hosts) {
    certificateHosts = List.of(hosts);
    return this;
  }

  /**
   * Asks TLS clients for a certificate of this issuer. By default for none.
   *
   * @param issuer signs the certificates of clients
   * @return this builder
   */
  public MockGatewayBuilder requireClientCertificate(X509Certificate issuer) {
    clientIssuer = Optional.of(issuer);
    return this;
  }

  /**
   * Sets how many requests are remembered, the newest ones. By default 10,000.
   *
   * @param count at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is below 1
   */
  public MockGatewayBuilder keepRequests(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one request is kept, not " + count);
    }
    keptRequests = count;
    return this;
  }

  /**
   * Starts it on two free ports.
   *
   * @return the gateway, to be closed
   */
  public MockGateway start() {
    TlsIdentity identity = TlsIdentity.selfSigned(certificateHosts);
    ServerOptions options =
        new ServerOptions(
            "mock-gateway-" + GATEWAYS.incrementAndGet(),
            protocols.contains(Protocol.HTTP_2),
            new Http2Settings().copyFrom(settings),
            requestsPerConnection,
            resetLimit,
            resetWindowSeconds,
            identity.serverContext(alpn(), clientIssuer));
    return new MockGateway(
        options, identity, new Routes(apiKey, models, dialect), tokenDelay, keptRequests);
  }

  private List<String> alpn() {
    List<String> names = new ArrayList<>();
    if (protocols.contains(Protocol.HTTP_2)) {
      names.add(ApplicationProtocolNames.HTTP_2);
    }
    if (protocols.contains(Protocol.HTTP_1_1)) {
      names.add(ApplicationProtocolNames.HTTP_1_1);
    }
    return names;
  }
}
