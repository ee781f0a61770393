package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Very many streams that say little. */
class SlowStreamsTest {
  private static final int STREAMS = 2_500;
  private static final int LIMIT = 250;

  @Test
  void case2_manyStreamsTakeTwoThreadsAndAsFewConnectionsAsTheyCan() throws Exception {
    CountingLoops loops = new CountingLoops(2);
    Gate gate = Gate.closed();
    CountDownLatch begun = new CountDownLatch(STREAMS);
    CountDownLatch ended = new CountDownLatch(STREAMS);
    AtomicInteger failed = new AtomicInteger();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (MockGateway gateway =
            MockGateway.builder().maxConcurrentStreams(LIMIT).keepRequests(1).start();
        Gatewayz client = Wire.H2C.client(gateway).eventLoopGroup(loops).build()) {
      gateway.respond(request -> Reply.chunks("one").after(1, Step.await(gate)));

      for (int i = 0; i < STREAMS; i++) {
        client.stream(ask("Hi"))
            .subscribe(
                new Flow.Subscriber<>() {
                  private boolean any;

                  @Override
                  public void onSubscribe(Flow.Subscription subscription) {
                    subscription.request(Long.MAX_VALUE);
                  }

                  @Override
                  public void onNext(ChatChunk chunk) {
                    threads.add(Thread.currentThread());
                    if (!any) {
                      any = true;
                      begun.countDown();
                    }
                  }

                  @Override
                  public void onError(Throwable failure) {
                    failed.incrementAndGet();
                    begun.countDown();
                    ended.countDown();
                  }

                  @Override
                  public void onComplete() {
                    ended.countDown();
                  }
                });
        if (i % 500 == 499) {
          // No more wait for a connection than may.
          Wire.awaitPools(client, pools -> pools.get(0).queued() < 500);
        }
      }

      assertThat(begun.await(90, TimeUnit.SECONDS)).isTrue();
      assertThat(gateway.counters().requestsOpen()).isEqualTo(STREAMS);
      // As many as they need, and one a loop that was opened ahead.
      assertThat(gateway.counters().connectionsOpened())
          .isBetween(STREAMS / LIMIT, STREAMS / LIMIT + 3);
      assertThat(threads).hasSize(2);
      gate.open();
      assertThat(ended.await(90, TimeUnit.SECONDS)).isTrue();
      assertThat(failed).hasValue(0);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }
}
