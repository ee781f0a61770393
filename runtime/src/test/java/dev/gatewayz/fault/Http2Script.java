package dev.gatewayz.fault;

/** What a server does with one HTTP/2 connection. */
@FunctionalInterface
public interface Http2Script {

  /**
   * Plays the server.
   *
   * @param peer the connection, of which nothing has been read yet, not even the preface
   * @throws Exception whatever goes wrong; an {@link AssertionError} if the client did not do what
   *     was expected
   */
  void play(Http2Peer peer) throws Exception;
}
