package dev.gatewayz.support;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.RetryPolicy;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.MockGatewayBuilder;
import dev.gatewayz.testkit.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The ways a client and a gateway can talk. */
public enum Wire {
  /** HTTP/2 in cleartext, by prior knowledge. */
  H2C(Protocol.HTTP_2, false),
  /** HTTP/2 over TLS, by ALPN. */
  H2(Protocol.HTTP_2, true),
  /** HTTP/1.1 in cleartext. */
  HTTP_1_1(Protocol.HTTP_1_1, false),
  /** HTTP/1.1 over TLS, the only thing the server has. */
  HTTPS_1_1(Protocol.HTTP_1_1, true);

  /** The key that clients made here have. */
  public static final String KEY = "sk-SeCrEt-0123456789";

  private final Protocol protocol;
  private final boolean secure;

  Wire(Protocol protocol, boolean secure) {
    this.protocol = protocol;
    this.secure = secure;
  }

  public Protocol protocol() {
    return protocol;
  }

  public boolean isSecure() {
    return secure;
  }

  /** A gateway that can be talked to in this way. */
  public MockGatewayBuilder gateway() {
    MockGatewayBuilder builder = MockGateway.builder();
    return this == HTTPS_1_1 ? builder.protocols(Protocol.HTTP_1_1) : builder;
  }

  /** The API base of that gateway. */
  public String base(MockGateway gateway) {
    return secure ? gateway.tlsApiBase() : gateway.apiBase();
  }

  /** A client of that gateway, which does not repeat anything. */
  public GatewayzBuilder client(MockGateway gateway) {
    GatewayzBuilder builder =
        Gatewayz.builder().apiKey(KEY).apiBase(base(gateway)).noProxy().maxRetries(0);
    if (secure) {
      builder.trust(gateway.certificate());
    }
    return this == H2C ? builder.http2PriorKnowledge() : builder;
  }

  /** Waits until the pools of a client are as wished; each look at them is a turn of its loops. */
  public static void awaitPools(Gatewayz client, Predicate<List<PoolState>> wish) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    List<PoolState> pools = client.poolsAsync().join();
    while (!wish.test(pools)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("The pools stay at " + pools);
      }
      pools = client.poolsAsync().join();
    }
  }

  /** The standard policy of retries without its waits. */
  public static RetryPolicy promptly(int maxRetries) {
    RetryPolicy standard = RetryPolicy.standard(maxRetries);
    return attempt -> standard.delay(attempt) == null ? null : Duration.ZERO;
  }
}
