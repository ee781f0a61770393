package dev.gatewayz.support;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Event loops that take no task the first time it is offered, as those do whose queue is bounded
 * and full. Loops without a thread take their first one.
 */
public final class FullLoops extends MultiThreadIoEventLoopGroup {
  /** Made early: the loops are made by the constructor of the superclass. */
  private static final ThreadLocal<AtomicInteger> MAKING =
      ThreadLocal.withInitial(AtomicInteger::new);

  private final AtomicInteger refused = MAKING.get();

  /** So many loops on NIO. */
  public FullLoops(int loops) {
    super(loops, NioIoHandler.newFactory());
    MAKING.remove();
  }

  /** How many tasks were not taken. */
  public int refused() {
    return refused.get();
  }

  @Override
  protected IoEventLoop newChild(Executor executor, IoHandlerFactory factory, Object... args) {
    AtomicInteger refused = MAKING.get();
    AtomicInteger offered = new AtomicInteger();
    return new SingleThreadIoEventLoop(this, executor, factory) {
      @Override
      public void execute(Runnable task) {
        // Netty's own tasks, such as to register a channel, are of its packages.
        boolean isOurs = task.getClass().getName().startsWith("dev.gatewayz.");
        if (isOurs && offered.getAndIncrement() % 2 == 0) {
          refused.incrementAndGet();
          throw new RejectedExecutionException("full");
        }
        super.execute(task);
      }
    };
  }
}
