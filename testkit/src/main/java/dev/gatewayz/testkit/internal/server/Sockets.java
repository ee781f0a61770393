package dev.gatewayz.testkit.internal.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;

/** Ways to end a connection that a channel does not have by itself. */
final class Sockets {
  private Sockets() {}

  /**
   * Says that nothing more will be sent, and leaves it to the peer to close: closing at once would
   * throw away what was sent, if the peer is still sending itself.
   */
  static void closeOutput(Channel channel) {
    if (channel instanceof DuplexChannel duplex
        && channel.pipeline().get(SslHandler.class) == null) {
      duplex.shutdownOutput();
    } else {
      channel.close();
    }
  }

  /** Closes with a TCP reset, and without a word of TLS. */
  static void abort(Channel channel) {
    try {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    } catch (ChannelException e) {
      // It has just been closed by somebody else.
      return;
    }
    channel.pipeline().firstContext().close();
  }
}
