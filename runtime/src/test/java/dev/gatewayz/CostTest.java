package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.ResourceLeakDetector;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much memory a call and a chunk take, counted on the one event loop that does all the work.
 * The limits leave room for code that is not compiled yet; what it takes then is what the
 * benchmarks measure.
 */
@Tag("allocation")
class CostTest {
  private static final Prompt PROMPT =
      Prompt.of(
          "CostTest.ask",
          "0",
          "gatewayz/openai/gpt-4o-mini",
          "",
          "{\"role\":\"user\",\"content\":\"Summarise: ",
          "\"}");
  private static final String TEXT = "Revenue rose by twelve percent. ".repeat(8);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static ResourceLeakDetector.Level level;
  private static MockGateway gateway;
  private static EventLoopGroup loop;
  private static long loopThread;
  private static Gatewayz client;

  @BeforeAll
  static void start() throws Exception {
    // It would be what is measured.
    level = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    gateway = MockGateway.start();
    loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    loopThread = loop.submit(() -> Thread.currentThread().getId()).get();
    client = Wire.H2C.client(gateway).eventLoopGroup(loop).build();
  }

  @AfterAll
  static void stop() {
    client.close();
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    gateway.close();
    ResourceLeakDetector.setLevel(level);
  }

  @Test
  void calls() {
    gateway.respond(request -> Reply.text("Revenue rose, carried by services; margins flat."));
    call(4_000);
    assertThat(allocatedBy(() -> call(2_000)) / 2_000).isBetween(1_000L, 6_400L);
  }

  @Test
  void chunks() {
    gateway.respond(request -> Reply.chunks(Collections.nCopies(256, " word")));
    stream(300);
    assertThat(allocatedBy(() -> stream(150)) / (150 * 256)).isBetween(40L, 260L);
  }

  private static long allocatedBy(Runnable work) {
    long before = THREADS.getThreadAllocatedBytes(loopThread);
    work.run();
    return THREADS.getThreadAllocatedBytes(loopThread) - before;
  }

  private static void call(int count) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(() -> callNext(count, done));
    done.join();
    gateway.reset();
    gateway.respond(request -> Reply.text("Revenue rose, carried by services; margins flat."));
  }

  /** One after the other, so that no call waits in a queue. */
  private static void callNext(int left, CompletableFuture<Void> done) {
    if (left == 0) {
      done.complete(null);
      return;
    }
    Prompts.of(client)
        .callAsync(PROMPT.render().raw(0).text("text", TEXT).raw(1), AnswerType.TEXT)
        .whenComplete(
            (text, failure) -> {
              if (failure == null) {
                callNext(left - 1, done);
              } else {
                done.completeExceptionally(failure);
              }
            });
  }

  private static void stream(int count) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(() -> streamNext(count, done));
    done.join();
    gateway.reset();
    gateway.respond(request -> Reply.chunks(Collections.nCopies(256, " word")));
  }

  private static void streamNext(int left, CompletableFuture<Void> done) {
    if (left == 0) {
      done.complete(null);
      return;
    }
    Prompts.of(client)
        .text(PROMPT.render().raw(0).text("text", TEXT).raw(1))
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(String text) {}

              @Override
              public void onError(Throwable failure) {
                done.completeExceptionally(failure);
              }

              @Override
              public void onComplete() {
                streamNext(left - 1, done);
              }
            });
  }
}
