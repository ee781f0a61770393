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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the event loops of a client run on, and the channels that go with them.
 *
 * @param handlers what the loops run on
 * @param channels makes socket channels for them
 */
public record IoKind(IoHandlerFactory handlers, ChannelFactory<? extends Channel> channels) {

  /** The operating system's own transport where its jar is there and works, else NIO. */
  public static IoKind best() {
    IoKind epoll = available(IoKind::epoll);
    IoKind kqueue = epoll == null ? available(IoKind::kqueue) : null;
    return epoll != null ? epoll : kqueue != null ? kqueue : nio();
  }

  /** io_uring where its jar is there and works, else the best of the others. */
  public static IoKind ioUringOrBest() {
    IoKind ioUring = available(IoKind::ioUring);
    return ioUring == null ? best() : ioUring;
  }

  /**
   * NIO, which works everywhere.
   *
   * @throws IllegalStateException if the Netty of the class path is too old
   */
  public static IoKind nio() {
    try {
      return new IoKind(NioIoHandler.newFactory(), NioSocketChannel::new);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "The class path has Netty "
              + Objects.requireNonNullElse(
                  EventLoopGroup.class.getPackage().getImplementationVersion(), "4.1")
              + ", which something older than this client asks for, and this client needs 4.2. With"
              + " Spring Boot 3 set the property netty.version to 4.2.20.Final; else import"
              + " io.netty:netty-bom:4.2.20.Final before other BOMs.",
          e);
    }
  }

  /** A group of daemon threads, one per processor. */
  public EventLoopGroup newGroup() {
    return new MultiThreadIoEventLoopGroup(
        Runtime.getRuntime().availableProcessors(),
        new DefaultThreadFactory("gatewayz", true),
        handlers);
  }

  private interface Probe {
    @Nullable IoKind loops();
  }

  /** Asks for classes that may not be on the class path. */
  private static @Nullable IoKind available(Probe kind) {
    try {
      return kind.loops();
    } catch (LinkageError e) {
      return null;
    }
  }

  private static @Nullable IoKind epoll() {
    return Epoll.isAvailable()
        ? new IoKind(EpollIoHandler.newFactory(), EpollSocketChannel::new)
        : null;
  }

  private static @Nullable IoKind kqueue() {
    return KQueue.isAvailable()
        ? new IoKind(KQueueIoHandler.newFactory(), KQueueSocketChannel::new)
        : null;
  }

  private static @Nullable IoKind ioUring() {
    return IoUring.isAvailable()
        ? new IoKind(IoUringIoHandler.newFactory(), IoUringSocketChannel::new)
        : null;
  }
}
