package dev.gatewayz.benchmarks.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The clients. */
public enum Kind {
  /** A bare Netty HTTP/2 client that only counts frames: what nobody can be cheaper than. */
  FLOOR(netty()),
  /** The same over HTTP/1.1. */
  FLOOR_HTTP1(netty()),
  /** Gatewayz through a generated implementation. */
  GATEWAYZ(netty("dev.gatewayz", "tools.jackson.core")),
  /** The same over HTTP/1.1, with as many connections as it likes. */
  GATEWAYZ_HTTP1(netty("dev.gatewayz", "tools.jackson.core")),
  /** Over HTTP/2, a blocked thread for each call. */
  GATEWAYZ_BLOCKING(netty("dev.gatewayz", "tools.jackson.core")),
  /** Over HTTP/2, with OpenSSL where there is TLS. */
  GATEWAYZ_OPENSSL(netty("dev.gatewayz", "tools.jackson.core"), List.of("tcnative")),
  /** Over HTTP/2, on epoll. */
  GATEWAYZ_EPOLL(
      netty("dev.gatewayz", "tools.jackson.core"),
      List.of("transport-classes-epoll", "transport-native-epoll")),
  /** Over HTTP/2, on io_uring. */
  GATEWAYZ_IO_URING(
      netty("dev.gatewayz", "tools.jackson.core"),
      List.of("transport-classes-io_uring", "transport-native-io_uring")),
  /** Armeria's WebClient and Jackson. */
  ARMERIA(
      List.of(
          "com.linecorp",
          "com.fasterxml",
          "com.aayushatharva",
          "com.google.code.findbugs",
          "io.micrometer",
          "io.netty",
          "org.hdrhistogram",
          "org.latencyutils",
          "org.reactivestreams",
          "org.slf4j")),
  /** Vert.x' HttpClient and Jackson. */
  VERTX(List.of("io.vertx", "io.netty", "com.fasterxml")),
  /** Reactor Netty's HttpClient and Jackson. */
  REACTOR_NETTY(List.of("io.projectreactor", "io.netty", "org.reactivestreams", "com.fasterxml")),
  /** The JDK's HttpClient and Jackson. */
  JDK(List.of("com.fasterxml")),
  /** LangChain4j's models. */
  LANGCHAIN4J(
      List.of("dev.langchain4j", "com.fasterxml", "com.knuddels", "org.apache", "org.slf4j")),
  /** LangChain4j's AiServices. */
  LANGCHAIN4J_AI_SERVICES(
      List.of("dev.langchain4j", "com.fasterxml", "com.knuddels", "org.apache", "org.slf4j"));

  @SuppressWarnings("ImmutableEnumChecker") // List.of is.
  private final List<String> groups;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is.
  private final List<String> natives;

  Kind(List<String> groups) {
    this(groups, List.of());
  }

  Kind(List<String> groups, List<String> natives) {
    this.groups = groups;
    this.natives = natives.stream().map(module -> "io.netty.netty-" + module).toList();
  }

  /** What HTTP/2 needs of Netty, and more. */
  private static List<String> netty(String... more) {
    List<String> groups = new ArrayList<>(List.of(more));
    Stream.of(
            "buffer",
            "codec-base",
            "codec-compression",
            "codec-http-4",
            "codec-http2",
            "common",
            "handler-4",
            "resolver-4",
            "transport-4",
            "transport-native-unix-common")
        .map(module -> "io.netty.netty-" + module)
        .forEach(groups::add);
    return List.copyOf(groups);
  }

  /** How the names of the jars begin that it needs, and no others. */
  public List<String> groups() {
    return groups;
  }

  /** The same of the native jars. */
  public List<String> natives() {
    return natives;
  }

  /** As a user writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with that label. */
  public static Kind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * Opens a client.
   *
   * @param loops how many event loops it shall have, 0 for as many as it has by itself
   */
  public Client open(Target target, int loops) {
    return switch (this) {
      case FLOOR -> new FloorClient(target, loops);
      case FLOOR_HTTP1 -> new FloorHttp1Client(target, loops);
      case GATEWAYZ,
          GATEWAYZ_HTTP1,
          GATEWAYZ_BLOCKING,
          GATEWAYZ_OPENSSL,
          GATEWAYZ_EPOLL,
          GATEWAYZ_IO_URING ->
          new GatewayzClientUnderTest(target, loops, this);
      case ARMERIA -> new ArmeriaClient(target);
      case VERTX -> new VertxClient(target);
      case REACTOR_NETTY -> new ReactorNettyClient(target);
      case JDK -> new JdkClient(target);
      case LANGCHAIN4J -> new LangChain4jClient(target);
      case LANGCHAIN4J_AI_SERVICES -> new AiServicesClient(target);
    };
  }
}
