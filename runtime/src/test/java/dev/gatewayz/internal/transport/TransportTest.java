package dev.gatewayz.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http2.Http2ClientConnection;
import dev.gatewayz.internal.http2.Http2Options;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.PlainExchange;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What takes long by default, with times that are short. */
class TransportTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final CountingLoops loops = new CountingLoops(1);
  private MockGateway gateway;
  private Transport transport;
  private LoopContext context;

  @BeforeEach
  void start() {
    gateway = MockGateway.start();
  }

  @AfterEach
  void close() {
    transport.close(Duration.ZERO).join();
    gateway.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void open(Duration maxIdle, Duration pingInterval, Duration pingTimeout) {
    transport =
        new Transport(
            loops, false, NioSocketChannel::new, options(maxIdle, pingInterval, pingTimeout));
    context = transport.pick(null);
  }

  static TransportOptions options(Duration maxIdle, Duration pingInterval, Duration pingTimeout) {
    Http2Options http2 =
        new Http2Options(
            256, 65_536, 1 << 20, 16 << 20, 32_768, maxIdle, pingInterval, pingTimeout);
    return new TransportOptions(
        true,
        () -> SslContextBuilder.forClient().build(),
        ProxyChoice.NONE,
        Duration.ofSeconds(10),
        LONG,
        new ConnectionLimits(1, 2, 1_000),
        1 << 20,
        new Http1Options(65_536, LONG),
        http2);
  }

  @Test
  void whatHasBeenIdleForTooLongIsNotUsedHoweverSeldomSomebodyLooks() {
    open(Duration.ofNanos(1), LONG, LONG);
    send("one").whole().join();
    send("two").whole().join();

    assertThat(gateway.counters().connectionsOpened()).isEqualTo(2);
  }

  private PlainExchange send(String prompt) {
    PlainExchange exchange = exchange(prompt);
    context.loop().execute(() -> context.submit(exchange));
    return exchange;
  }

  private <T> T onLoop(Callable<T> task) {
    try {
      return context.loop().submit(task).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private PoolState awaitPool(Predicate<PoolState> wish) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    PoolState pool = transport.state().join().get(0);
    while (!wish.test(pool)) {
      assertThat(System.nanoTime() - end).as("%s", pool).isNegative();
      pool = transport.state().join().get(0);
    }
    return pool;
  }

  @Test
  void case17_noMoreWaitThanTheQueueHolds() {
    open(LONG, LONG, LONG);
    // All in one turn of the loop, in which no connection can open.
    List<PlainExchange> exchanges =
        onLoop(
            () -> {
              Origin origin = new Origin(false, "127.0.0.1", gateway.port());
              List<PlainExchange> submitted = new ArrayList<>();
              for (int i = 0; i <= 1_000; i++) {
                submitted.add(new PlainExchange(origin, "Hi"));
                context.submit(submitted.get(i));
              }
              return submitted;
            });

    PlainExchange tooMany = exchanges.remove(1_000);
    assertThatThrownBy(tooMany.whole()::join)
        .hasMessageContaining("Too many calls wait for a connection");
    exchanges.forEach(exchange -> exchange.whole().join());
  }

  @Test
  void case20_aSilentPeerIsDeadAndIsGivenNoMore() {
    open(LONG, Duration.ofMillis(100), Duration.ofMillis(1_000));
    gateway.reply(Reply.chunks("one").after(2, Step.stall()));
    PlainExchange exchange = send("Hi");
    exchange.status().join();

    gateway.pauseReading();

    assertThatThrownBy(exchange.whole()::join).hasMessageContaining("has not answered a PING");
    awaitPool(pool -> pool.connections() == 0 && pool.draining() == 0);
    // The gateway reads from connections that come later.
    assertThat(send("Hi").whole().join()).contains("[DONE]");
  }

  @Test
  void aPeerThatAnswersPingsLivesOn() {
    Gate gate = Gate.closed();
    open(LONG, Duration.ofMillis(20), Duration.ofMillis(2_000));
    gateway.reply(Reply.chunks("one").after(2, Step.await(gate)));
    PlainExchange exchange = send("Hi");
    exchange.status().join();

    gateway.awaitCounters(counters -> counters.pingsReceived() >= 4);
    gate.open();

    assertThat(exchange.whole().join()).contains("[DONE]");
  }

  @Test
  void aPeerThatDiesAfterItHasAnsweredPingsIsNoticedToo() {
    open(LONG, Duration.ofMillis(20), Duration.ofMillis(1_000));
    gateway.reply(Reply.chunks("one").after(2, Step.stall()));
    PlainExchange exchange = send("Hi");
    exchange.status().join();
    gateway.awaitCounters(counters -> counters.pingsReceived() >= 3);

    gateway.pauseReading();

    assertThatThrownBy(exchange.whole()::join).hasMessageContaining("has not answered a PING");
  }

  @Test
  void withoutOpenStreamsThereIsNoPing() {
    open(LONG, Duration.ofMillis(50), Duration.ofMillis(500));
    for (int i = 0; i < 20; i++) {
      assertThat(send("Hi").whole().join()).contains("[DONE]");
    }
    // A ping would not be answered, and the connection would be given up.
    gateway.pauseReading();
    // The timer has gone off by then, and has found nothing to watch.
    onLoop(() -> context.loop().schedule(() -> {}, 1_000, TimeUnit.MILLISECONDS))
        .syncUninterruptibly();
    assertThat(awaitPool(pool -> true).connections()).isEqualTo(1);
  }

  @Test
  void case22_whoIsInDoubtGetsNoCallsUntilItAnswers() {
    open(LONG, LONG, LONG);
    Gate gate = Gate.closed();
    gateway.reply(Reply.chunks("one").after(2, Step.await(gate)));
    PlainExchange exchange = send("Hi");
    exchange.status().join();
    gateway.pauseReading();

    // Only who has been silent for a second is doubted.
    boolean doubted = false;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!doubted) {
      assertThat(System.nanoTime() - end).isNegative();
      doubted =
          onLoop(
              () -> {
                exchange.connection().suspect();
                return !exchange.connection().hasRoom();
              });
    }
    assertThat(send("elsewhere").whole().join()).contains("[DONE]");
    assertThat(gateway.counters().connectionsOpened()).isEqualTo(2);

    gateway.resumeReading();
    while (!onLoop(() -> exchange.connection().hasRoom())) {
      assertThat(System.nanoTime() - end).isNegative();
    }
    gate.open();
    assertThat(exchange.whole().join()).contains("[DONE]");
  }

  @Test
  void case36_aConnectionWhoseStreamIdsRunOutIsReplaced() {
    open(LONG, LONG, LONG);
    Gate gate = Gate.closed();
    gateway.respond(
        request ->
            request.prompt().equals("long")
                ? Reply.chunks("one").after(2, Step.await(gate))
                : Reply.text("x"));
    PlainExchange first = send("long");
    first.status().join();
    onLoop(
        () -> {
          var http2 = ((Http2ClientConnection) first.connection()).connection();
          Http2Stream skipped = http2.local().createStream((1 << 30) - 1, false);
          skipped.close();
          return null;
        });

    PlainExchange last = send("short");
    assertThat(last.whole().join()).contains("[DONE]");
    PlainExchange next = send("short");
    assertThat(next.whole().join()).contains("[DONE]");

    assertThat(gateway.counters().connectionsOpened()).isEqualTo(2);
    assertThat(awaitPool(pool -> true).draining()).isEqualTo(1);
    gate.open();
    assertThat(first.whole().join()).contains("[DONE]");
    awaitPool(pool -> pool.draining() == 0);
  }

  @Test
  void connectionsWithoutWorkAreClosed() {
    open(Duration.ofMillis(50), LONG, LONG);
    assertThat(send("Hi").whole().join()).contains("[DONE]");

    awaitPool(pool -> pool.connections() == 0);

    gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
    assertThat(send("Hi").whole().join()).contains("[DONE]");
  }

  @Test
  void case17_theQueueIsBounded() {
    open(LONG, LONG, LONG);
    PlainExchange last =
        onLoop(
            () -> {
              // None is sent before the loop gets to connect.
              for (int i = 0; i < 1_000; i++) {
                context.submit(exchange("waits"));
              }
              PlainExchange tooMany = exchange("too many");
              context.submit(tooMany);
              return tooMany;
            });

    assertThatThrownBy(last.whole()::join)
        .hasMessageContaining("Too many calls wait for a connection");
  }

  private PlainExchange exchange(String prompt) {
    return new PlainExchange(new Origin(false, "127.0.0.1", gateway.port()), prompt);
  }

  @Test
  void whatWaitsForConsumersIsBounded() {
    open(LONG, LONG, LONG);
    assertThat(onLoop(() -> context.addBuffered(1 << 20))).isTrue();
    assertThat(onLoop(() -> context.addBuffered(1))).isFalse();
    assertThat(onLoop(() -> context.addBuffered(-2))).isTrue();
  }

  @Test
  void gatewaysThatNobodyCallsAnyMoreAreForgotten() throws IOException {
    open(LONG, LONG, LONG);
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Gate gate = Gate.closed();
    gateway.reply(Reply.chunks("one").after(2, Step.await(gate)));
    PlainExchange used = send("Hi");
    used.status().join();
    for (int i = 1; i <= 200; i++) {
      PlainExchange refused = new PlainExchange(new Origin(false, "127.0.1." + i, closed), "Hi");
      context.loop().execute(() -> context.submit(refused));
      assertThatThrownBy(refused.whole()::join).isNotNull();
    }

    assertThat(transport.origins()).isLessThanOrEqualTo(65);
    assertThat(transport.state().join()).hasSizeLessThanOrEqualTo(65);
    gate.open();
    assertThat(used.whole().join()).contains("[DONE]");
    assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
  }
}
