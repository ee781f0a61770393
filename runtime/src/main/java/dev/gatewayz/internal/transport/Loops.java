package dev.gatewayz.internal.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Event loops of a client's own, and the channels that go with them.
 *
 * @param handlers what the loops run on
 * @param channels makes socket channels for them
 */
public record Loops(IoHandlerFactory handlers, ChannelFactory<? extends Channel> channels) {

  /** The operating system's own transport where its jar is there and works, else NIO. */
  public static Loops best() {
    Loops epoll = available(Loops::epoll);
    Loops kqueue = epoll == null ? available(Loops::kqueue) : null;
    return epoll != null ? epoll : kqueue != null ? kqueue : nio();
  }

  /** io_uring where its jar is there and works, else the best of the others. */
  public static Loops ioUringOrBest() {
    Loops ioUring = available(Loops::ioUring);
    return ioUring == null ? best() : ioUring;
  }

  /** NIO, which works everywhere. */
  public static Loops nio() {
    return new Loops(NioIoHandler.newFactory(), NioSocketChannel::new);
  }

  /** A group of daemon threads, one per processor. */
  public EventLoopGroup newGroup() {
    return new MultiThreadIoEventLoopGroup(
        Runtime.getRuntime().availableProcessors(),
        new DefaultThreadFactory("gatewayz", true),
        handlers);
  }

  private interface Kind {
    @Nullable Loops loops();
  }

  /** Asks for classes that may not be on the class path. */
  private static @Nullable Loops available(Kind kind) {
    try {
      return kind.loops();
    } catch (LinkageError e) {
      return null;
    }
  }

  private static @Nullable Loops epoll() {
    return Epoll.isAvailable()
        ? new Loops(EpollIoHandler.newFactory(), EpollSocketChannel::new)
        : null;
  }

  private static @Nullable Loops kqueue() {
    return KQueue.isAvailable()
        ? new Loops(KQueueIoHandler.newFactory(), KQueueSocketChannel::new)
        : null;
  }

  private static @Nullable Loops ioUring() {
    return IoUring.isAvailable()
        ? new Loops(IoUringIoHandler.newFactory(), IoUringSocketChannel::new)
        : null;
  }
}
