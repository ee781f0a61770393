package dev.gatewayz.testkit.internal.server;

import io.netty.handler.codec.http2.Http2Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What all connections of a server share. What changes of it is confined to the loop. */
final class ServerContext {
  private final ServerOptions options;
  private final Backend backend;
  private final Observer observer;
  private final Set<Connection> connections = new LinkedHashSet<>();
  private long streamLimit;
  private int lastConnectionId;

  ServerContext(ServerOptions options, Backend backend, Observer observer) {
    this.options = options;
    this.backend = backend;
    this.observer = observer;
    this.streamLimit = options.streamLimit();
  }

  ServerOptions options() {
    return options;
  }

  Backend backend() {
    return backend;
  }

  Observer observer() {
    return observer;
  }

  /** What a new HTTP/2 connection begins with. */
  Http2Settings settings() {
    return new Http2Settings().copyFrom(options.settings()).maxConcurrentStreams(streamLimit);
  }

  /** How many streams a new HTTP/2 connection may have. */
  long streamLimit() {
    return streamLimit;
  }

  void streamLimit(long limit) {
    streamLimit = limit;
  }

  int nextConnectionId() {
    return ++lastConnectionId;
  }

  /** A connection that can be commanded from now on. */
  void add(Connection connection) {
    connections.add(connection);
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  /** The open connections that speak a protocol already, oldest first. */
  List<Connection> connections() {
    return List.copyOf(connections);
  }
}
