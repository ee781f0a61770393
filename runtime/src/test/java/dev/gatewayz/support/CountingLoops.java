package dev.gatewayz.support;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Event loops that count how often another thread gives them something to do. */
public final class CountingLoops extends MultiThreadIoEventLoopGroup {
  /** Made early: the loops are made by the constructor of the superclass. */
  private static final ThreadLocal<AtomicInteger> MAKING =
      ThreadLocal.withInitial(AtomicInteger::new);

  private final AtomicInteger handOffs = MAKING.get();

  /** So many loops on NIO. */
  public CountingLoops(int loops) {
    super(loops, NioIoHandler.newFactory());
    MAKING.remove();
  }

  /** How often another thread has given a loop something to do. */
  public int handOffs() {
    return handOffs.get();
  }

  @Override
  protected IoEventLoop newChild(Executor executor, IoHandlerFactory factory, Object... args) {
    AtomicInteger counter = MAKING.get();
    return new SingleThreadIoEventLoop(this, executor, factory) {
      @Override
      public void execute(Runnable task) {
        if (!inEventLoop()) {
          counter.incrementAndGet();
        }
        super.execute(task);
      }
    };
  }
}
