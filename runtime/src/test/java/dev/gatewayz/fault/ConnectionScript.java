package dev.gatewayz.fault;

/**
 * What a server does with one connection, from its acceptance to its end. When it returns, the
 * connection is closed in order, if it still is open; when it throws, it is closed at once, and
 * {@link FaultServer#verify} throws too.
 */
@FunctionalInterface
public interface ConnectionScript {

  /**
   * Plays the server.
   *
   * @param connection a new connection, over TLS with its handshake done
   * @throws Exception whatever goes wrong; an {@link AssertionError} if the client did not do what
   *     was expected
   */
  void play(RawConnection connection) throws Exception;
}
