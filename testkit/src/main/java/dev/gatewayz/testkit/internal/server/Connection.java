package dev.gatewayz.testkit.internal.server;

import io.netty.channel.Channel;

/** An open connection, as commands see it. Confined to the loop. */
interface Connection {

  /** Its socket. */
  Channel channel();

  /** Whether no exchange is in progress. */
  boolean isIdle();

  /** Takes no more requests, and closes once the ones in progress are over. */
  void goAway(Act.GoAway goAway);

  /** Closes now, with a TCP reset if {@code abortive}. */
  void close(boolean abortive);

  /** Lets the client have so many streams at a time from now on. */
  void maxConcurrentStreams(long limit);
}
