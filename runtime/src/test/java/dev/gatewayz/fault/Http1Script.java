package dev.gatewayz.fault;

/** What a server does with one HTTP/1.1 connection. */
@FunctionalInterface
public interface Http1Script {

  /**
   * Plays the server.
   *
   * @param peer the connection, of which nothing has been read yet
   * @throws Exception whatever goes wrong; an {@link AssertionError} if the client did not do what
   *     was expected
   */
  void play(Http1Peer peer) throws Exception;
}
