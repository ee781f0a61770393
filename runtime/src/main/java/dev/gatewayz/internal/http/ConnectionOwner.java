package dev.gatewayz.internal.http;

import dev.gatewayz.internal.time.LoopClock;
import org.jspecify.annotations.Nullable;

/** Who a connection belongs to, and tells what becomes of it. Called on the connection's loop. */
public interface ConnectionOwner {

  /** The time on the connection's loop, which the connection reads when bytes come in. */
  LoopClock clock();

  /** The connection may carry exchanges from now on. */
  void onOpen(Connection connection);

  /** An exchange is gone, or the limit was raised. */
  void onRoom(Connection connection);

  /** The connection takes no more exchanges. Called once, and always before {@link #onClosed}. */
  void onDraining(Connection connection);

  /**
   * The connection is gone. Called once.
   *
   * @param reason what broke it, {@code null} if nothing did
   */
  void onClosed(Connection connection, @Nullable String reason);

  /** The server complains about being pinged too often. */
  void onTooManyPings();

  /**
   * Sends an exchange again that the server provably did not process.
   *
   * @param failure what ends it if that has been done too often
   */
  void resend(Exchange exchange, TransportException failure);

  /**
   * Sends an exchange again that the server provably did not process, though it did process others:
   * whoever comes again and again will have its turn.
   *
   * @param failure what ends it if it may not be sent again
   */
  void passOn(Exchange exchange, TransportException failure);

  /** Like {@link #resend}, but after a moment, because the server has too much to do. */
  void resendLater(Exchange exchange, TransportException failure);
}
