package dev.gatewayz;

import dev.gatewayz.internal.call.ApiBase;
import dev.gatewayz.internal.call.CallEngine;
import dev.gatewayz.internal.call.Deadlines;
import dev.gatewayz.internal.call.RequestFactory;
import dev.gatewayz.internal.http2.Http2Options;
import dev.gatewayz.internal.transport.Proxy;
import dev.gatewayz.internal.transport.ProxyChoice;
import dev.gatewayz.internal.transport.Transport;
import dev.gatewayz.internal.transport.TransportOptions;
import dev.gatewayz.usage.UsageTracker;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sets a client up. Every method returns this builder, and every setting has a default that suits a
 * service. Not thread-safe.
 */
public final class GatewayzBuilder {
  /** The gateway that is called unless another one is named. */
  public static final String DEFAULT_API_BASE = "https://api.gatewayz.com";

  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  private @Nullable ApiKey apiKey;
  private @Nullable String apiBase;
  private boolean plaintextAllowed;
  private boolean priorKnowledge;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> extras = new LinkedHashMap<>();
  private X509Certificate @Nullable [] trusted;
  private @Nullable EventLoopGroup group;
  private ChannelFactory<? extends Channel> channels = NioSocketChannel::new;
  private @Nullable ProxyChoice proxies;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration firstToken = Duration.ofSeconds(60);
  private Duration idle = Duration.ofSeconds(60);
  private Duration total = Duration.ofMinutes(10);
  private Duration closeGrace = Duration.ofSeconds(10);
  private Duration maxConnectionAge = Duration.ofMinutes(10);
  private int maxRetries = 2;
  private int maxHttp1Connections = 32;
  private int maxHttp2Connections = 128;

  GatewayzBuilder() {
    extras.put("auto_web_search", "false");
  }

  /**
   * The key that pays for the calls. Default: {@code GATEWAYZ_API_KEY}; without either, every call
   * must bring its own.
   *
   * @throws IllegalArgumentException if the key is blank or cannot be sent in a header
   */
  public GatewayzBuilder apiKey(String apiKey) {
    this.apiKey = ApiKey.of(apiKey);
    return this;
  }

  /**
   * The gateway, with or without a trailing {@code /} or {@code /v1}. Default: {@code
   * GATEWAYZ_API_BASE}, else {@value #DEFAULT_API_BASE}. Gatewayz also answers at {@code
   * https://api.gatewayz.ai}.
   */
  public GatewayzBuilder apiBase(String apiBase) {
    this.apiBase = apiBase;
    return this;
  }

  /**
   * Lets the key travel unencrypted to other machines, which it otherwise does not. For gateways
   * inside a network that is protected by other means.
   */
  public GatewayzBuilder allowPlaintext() {
    this.plaintextAllowed = true;
    return this;
  }

  /**
   * Speaks HTTP/2 to {@code http:} gateways without asking. Encrypted connections need no such
   * setting: there the server chooses HTTP/2 or HTTP/1.1.
   */
  public GatewayzBuilder http2PriorKnowledge() {
    this.priorKnowledge = true;
    return this;
  }

  /** A further header of every request. */
  public GatewayzBuilder header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  /**
   * Lets the gateway decide whether to search the web before the model answers, which takes up to
   * five seconds and adds a system message. Default: it may not. Wire name {@code auto_web_search}.
   */
  public GatewayzBuilder autoWebSearch() {
    extras.put("auto_web_search", "\"auto\"");
    return this;
  }

  /**
   * A further member of every request body, for what this library has no method for, as in {@code
   * extra("provider", "\"openrouter\"")}.
   *
   * @param name the wire name
   * @param json the value as JSON text; it is sent as it is. {@code null} takes a member back
   */
  public GatewayzBuilder extra(String name, @Nullable String json) {
    if (json == null) {
      extras.remove(name);
    } else {
      extras.put(name, json);
    }
    return this;
  }

  /** The certificates to trust instead of the system's. Host names are checked all the same. */
  public GatewayzBuilder trust(X509Certificate... certificates) {
    this.trusted = certificates.clone();
    return this;
  }

  /**
   * Reaches the gateway through an HTTP proxy, by {@code CONNECT}. Default: what {@code
   * HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} say.
   *
   * @param proxy a host and port, or a URL as in {@code http://user:password@proxy:3128}
   * @throws IllegalArgumentException if it is neither
   */
  public GatewayzBuilder proxy(String proxy) {
    this.proxies = ProxyChoice.always(Proxy.parse(proxy));
    return this;
  }

  /** Reaches the gateway without a proxy, whatever the environment says. */
  public GatewayzBuilder noProxy() {
    this.proxies = ProxyChoice.NONE;
    return this;
  }

  /**
   * Runs on event loops of yours, NIO ones, which are left as they are when the client is closed. A
   * call that is made on one of them stays on it. Default: loops of its own, one per processor.
   */
  public GatewayzBuilder eventLoopGroup(EventLoopGroup group) {
    return eventLoopGroup(group, NioSocketChannel::new);
  }

  /**
   * Runs on event loops of yours, of any kind.
   *
   * @param channels makes the socket channels that go with the group, as in {@code
   *     EpollSocketChannel::new}
   */
  public GatewayzBuilder eventLoopGroup(
      EventLoopGroup group, ChannelFactory<? extends Channel> channels) {
    this.group = group;
    this.channels = channels;
    return this;
  }

  /** How long it may take to get a connection with room. Default 10 s. */
  public GatewayzBuilder connectTimeout(Duration connectTimeout) {
    this.connectTimeout = positive("connectTimeout", connectTimeout);
    return this;
  }

  /** How long a streamed answer may take to begin. Default 60 s. */
  public GatewayzBuilder firstTokenTimeout(Duration firstToken) {
    this.firstToken = positive("firstTokenTimeout", firstToken);
    return this;
  }

  /** How long an answer may pause between two pieces; comments do not count. Default 60 s. */
  public GatewayzBuilder idleTimeout(Duration idle) {
    this.idle = positive("idleTimeout", idle);
    return this;
  }

  /** How long a call may take in all, retries included. Default 10 minutes. */
  public GatewayzBuilder totalTimeout(Duration total) {
    this.total = positive("totalTimeout", total);
    return this;
  }

  /**
   * How many requests may follow the first of a call that fails, if trying again may help and
   * nothing of the answer was handed on. Default 2.
   */
  public GatewayzBuilder maxRetries(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries is " + maxRetries + "; it must be 0 or more.");
    }
    this.maxRetries = maxRetries;
    return this;
  }

  /**
   * The most connections to one gateway, shared evenly by the event loops, each of which may have
   * at least one. Default: 128 that speak HTTP/2, 32 that speak HTTP/1.1 and so carry one call
   * each.
   */
  public GatewayzBuilder maxConnections(int http2, int http1) {
    if (http2 < 1 || http1 < 1) {
      throw new IllegalArgumentException("There must be at least one connection of each kind.");
    }
    this.maxHttp2Connections = http2;
    this.maxHttp1Connections = http1;
    return this;
  }

  /**
   * How long a connection takes new calls before it is replaced, give or take a tenth, so that
   * changes of address are noticed. Default 10 minutes.
   */
  public GatewayzBuilder maxConnectionAge(Duration maxConnectionAge) {
    this.maxConnectionAge = positive("maxConnectionAge", maxConnectionAge);
    return this;
  }

  /** How long {@link Gatewayz#close()} lets calls under way end. Default 10 s. */
  public GatewayzBuilder closeGrace(Duration closeGrace) {
    this.closeGrace = closeGrace;
    return this;
  }

  /**
   * The client.
   *
   * @throws IllegalArgumentException if the API base is no URL, or the key would be sent
   *     unencrypted to another machine
   */
  public Gatewayz build() {
    ApiKey key = apiKey == null ? keyFromEnvironment() : apiKey;
    RequestFactory requests =
        new RequestFactory(
            ApiBase.parse(apiBase == null ? baseFromEnvironment() : apiBase),
            key,
            plaintextAllowed,
            headers,
            extras,
            new Deadlines(
                connectTimeout.toNanos(), firstToken.toNanos(), idle.toNanos(), total.toNanos()));
    UsageTracker usage = new UsageTracker();
    Transport transport =
        new Transport(group == null ? ownGroup() : group, group == null, channels, options());
    CallEngine engine = new CallEngine(transport, usage, maxRetries, MIB, 16 * MIB);
    return new Gatewayz(transport, engine, requests, usage, closeGrace);
  }

  private TransportOptions options() {
    X509Certificate[] certificates = trusted;
    return new TransportOptions(
        priorKnowledge,
        () -> sslContext(certificates),
        proxies == null ? ProxyChoice.ofEnvironment(System.getenv()) : proxies,
        connectTimeout,
        maxHttp1Connections,
        maxHttp2Connections,
        1_024,
        maxConnectionAge,
        256L * MIB,
        new Http2Options(
            256,
            64 * KIB,
            MIB,
            16 * MIB,
            32 * KIB,
            Duration.ofSeconds(60).toNanos(),
            Duration.ofSeconds(30).toNanos(),
            Duration.ofSeconds(10).toNanos()),
        64 * KIB,
        Duration.ofSeconds(4));
  }

  private static EventLoopGroup ownGroup() {
    return new MultiThreadIoEventLoopGroup(
        Runtime.getRuntime().availableProcessors(),
        new DefaultThreadFactory("gatewayz", true),
        NioIoHandler.newFactory());
  }

  private static SslContext sslContext(X509Certificate @Nullable [] certificates)
      throws SSLException {
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
    if (certificates != null) {
      builder.trustManager(certificates);
    }
    return builder.build();
  }

  private static @Nullable ApiKey keyFromEnvironment() {
    String key = System.getenv("GATEWAYZ_API_KEY");
    return key == null || key.isBlank() ? null : ApiKey.of(key);
  }

  private static String baseFromEnvironment() {
    String base = System.getenv("GATEWAYZ_API_BASE");
    return base == null || base.isBlank() ? DEFAULT_API_BASE : base;
  }

  private static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be above zero.");
    }
    return value;
  }
}
