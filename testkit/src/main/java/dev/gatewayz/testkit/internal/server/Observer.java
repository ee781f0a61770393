package dev.gatewayz.testkit.internal.server;

/** Told what happens on the sockets, on the server's loop. */
public interface Observer {

  /** A connection was accepted. */
  void connectionOpened();

  /** A connection is gone. */
  void connectionClosed();

  /**
   * A request has begun.
   *
   * @param openOnConnection how many are now in progress on its connection, this one included
   */
  void exchangeOpened(int openOnConnection);

  /** A request is over, whatever way. */
  void exchangeClosed();

  /** A stream was refused because the connection has as many as it may. */
  void streamRefused();

  /** The client sent RST_STREAM. */
  void resetReceived();

  /** The client sent a PING. */
  void pingReceived();

  /** The client acknowledged a PING. */
  void pingAcknowledged();

  /** The client acknowledged SETTINGS. */
  void settingsAcknowledged();

  /** Bytes of a body were given to a connection. */
  void bytesQueued(int count);

  /** Bytes of a body left for the socket, or were dropped with their stream. */
  void bytesLeft(int count, boolean sent);

  /** An answer has to wait for a window, or for the socket. */
  void writingBlocked();

  /** An answer no longer waits. */
  void writingUnblocked();

  /** An answer could not be made up; its connection is aborted. */
  void failed(Throwable cause);
}
