package dev.gatewayz.internal.http;

/** A connection that carries exchanges. All methods are called on its event loop. */
public interface Connection {

  /** Whether one more exchange may be sent now. */
  boolean hasRoom();

  /** How many exchanges it carries, those included that were aborted but are not yet gone. */
  int active();

  /** How many exchanges it may carry at once. */
  int limit();

  /** Whether it can carry more than one exchange at a time, if the server lets it. */
  boolean multiplexes();

  /** Sends an exchange. Only if there is room. */
  void send(Exchange exchange);

  /** Lets the peer send that many more bytes of the response. */
  void credit(Exchange exchange, int bytes);

  /** Tells the peer to stop, and forgets the exchange without calling it again. */
  void abort(Exchange exchange);

  /** An exchange has waited in vain: find out whether the server is still there. */
  void suspect();

  /** Since when it carries nothing, in {@link System#nanoTime()}; meaningless while it does. */
  long idleSince();

  /** How long it may carry nothing before the server is likely to close it, in nanoseconds. */
  long maxIdle();

  /** Takes no more exchanges, and closes when the last one is done. */
  void drain();

  /** Closes now; exchanges under way fail. */
  void close();
}
