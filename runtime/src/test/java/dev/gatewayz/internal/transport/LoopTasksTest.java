package dev.gatewayz.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a loop does with tasks that it has no room for. */
class LoopTasksTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Loop loop = new Loop();

  /** A loop that is full or not. */
  private static final class Loop extends DefaultEventLoop {
    private volatile boolean isFull;

    @Override
    public void execute(Runnable task) {
      if (isFull && !isShutdown()) {
        throw new RejectedExecutionException("full");
      }
      super.execute(task);
    }
  }

  @AfterEach
  void endLoop() {
    loop.isFull = false;
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void tasksRunInTheirOrderOnceThereIsRoom() throws Exception {
    LoopTasks tasks = new LoopTasks(loop);
    CountDownLatch last = new CountDownLatch(1);
    loop.isFull = true;
    assertThat(tasks.execute(() -> done.add("1 " + loop.inEventLoop()))).isTrue();
    tasks.execute(() -> done.add("2"), ended -> done.add("not 2"));
    loop.isFull = false;
    tasks.execute(last::countDown);

    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).containsExactly("1 true", "2");
  }

  @Test
  void whatHasNotBegunDoesNotWaitForEverAndTheRestDoes() throws Exception {
    LoopTasks tasks = new LoopTasks(loop, 0);
    CountDownLatch refused = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    loop.isFull = true;
    tasks.execute(() -> done.add("begun"));
    tasks.execute(() -> done.add("new"), ended -> refused.countDown());
    tasks.execute(last::countDown);
    assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).isEmpty();
    loop.isFull = false;

    assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(done).containsExactly("begun");
  }

  @Test
  void whereTheLoopHasEndedNothingIsTaken() throws Exception {
    LoopTasks tasks = new LoopTasks(loop);
    loop.submit(() -> done.add("before")).sync();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();

    assertThat(tasks.execute(() -> done.add("behind"))).isFalse();
    tasks.execute(() -> done.add("behind, too"), ended -> done.add("ended " + ended));
    assertThat(done).containsExactly("before", "ended true");
  }
}
