package dev.gatewayz.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the limit of a gateway makes of a gateway, in simulated time. */
class AdaptiveLimitTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  @ParameterizedTest
  @ValueSource(ints = {8, 64, 300})
  void theGatewayIsFullWithinSecondsAndStaysSo(int capacity) {
    Simulation world = new Simulation(capacity);
    world.new Client(4, 512).keep("", 1_000);

    world.run(5 * SECOND);
    world.startCounting();
    world.run(60 * SECOND);

    assertThat(world.utilization(60 * SECOND)).isGreaterThan(0.95);
    assertThat(world.refused).as("turned away").isLessThan(world.answered / 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 64})
  void waitsThatTheGatewayAsksForCostLittle(int capacity) {
    Simulation world = new Simulation(capacity);
    world.retryAfter = SECOND;
    world.new Client(4, 512).keep("", 1_000);

    world.run(30 * SECOND);
    world.startCounting();
    world.run(300 * SECOND);

    assertThat(world.utilization(300 * SECOND)).isGreaterThan(0.92);
  }

  @Test
  void aLaneWithFewCallsDoesNotWaitForOneWithMany() {
    Simulation world = new Simulation(8);
    Simulation.Client client = world.new Client(8, 8);
    client.keep("large", 1_000);
    client.keep("small", 4);
    client.keep("other", 4);

    world.run(100 * SECOND);

    long fair = world.answered / 3;
    assertThat(world.answeredByLane.get("small")).isGreaterThan(fair * 8 / 10);
    assertThat(world.answeredByLane.get("other")).isGreaterThan(fair * 8 / 10);
  }

  @Test
  void tenClientsShareAGateway() {
    Simulation world = new Simulation(64);
    List<Simulation.Client> clients = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clients.add(world.new Client(1, 512));
      clients.get(i).keep("", 200);
    }

    world.run(10 * SECOND);
    world.startCounting();
    clients.forEach(client -> client.done = 0);
    world.run(120 * SECOND);

    assertThat(world.utilization(120 * SECOND)).isGreaterThan(0.95);
    assertThat(world.refused).isLessThan(world.answered / 10);
    double fair = world.answered / 10.0;
    assertThat(clients)
        .allSatisfy(client -> assertThat((double) client.done).isBetween(fair / 2, fair * 2));
  }

  @Test
  void afterAnOutageItComesBackWithoutACrowd() {
    Simulation world = new Simulation(64);
    for (int i = 0; i < 10; i++) {
      world.new Client(8, 512).keep("", 200);
    }
    world.run(20 * SECOND);

    world.capacity = 0;
    world.run(10 * SECOND);
    world.startCounting();
    world.run(30 * SECOND);
    // One at a time from each, after pauses that have grown.
    assertThat(world.arrivals).hasSizeBetween(10, 150);

    world.capacity = 64;
    world.startCounting();
    world.run(5 * SECOND);
    assertThat(mostWithin(100 * MILLI, world.arrivals)).isLessThan(100);
    world.startCounting();
    world.run(30 * SECOND);
    assertThat(world.utilization(30 * SECOND)).isGreaterThan(0.95);
    assertThat(world.refused)
        .as("though ten times the least are too many")
        .isLessThan(world.answered);
  }

  private static int mostWithin(long nanos, List<Long> times) {
    int most = 0;
    int first = 0;
    for (int i = 0; i < times.size(); i++) {
      while (times.get(i) - times.get(first) > nanos) {
        first++;
      }
      most = Math.max(most, i - first + 1);
    }
    return most;
  }

  /** A gateway that lets wait what it cannot take yet, instead of turning it away. */
  private static Simulation queueing() {
    Simulation world = new Simulation(64);
    world.queues = true;
    return world;
  }

  @ParameterizedTest
  @CsvSource({"1.0, false, 700", "1.0, true, 700", "0.2, false, 400"})
  void whereRequestsWaitItStaysWhereFewDo(double begins, boolean spread, long most) {
    Simulation world = queueing();
    world.begins = begins;
    if (spread) {
      world.spread();
    }
    Simulation.Client client = world.new Client(8, 512);
    client.keep("", 1_000);

    world.run(30 * SECOND);
    world.startCounting();
    for (int second = 0; second < 120; second++) {
      world.run(SECOND);
      assertThat(client.queue.limit()).as("at %d s", second).isBetween(32, 128);
    }

    assertThat(world.served(120 * SECOND)).isGreaterThan(0.95);
    assertThat(world.latency() / MILLI).as("without a limit it is 6 s").isLessThan(most);
  }

  @Test
  void tenClientsWaitLittleForEachOther() {
    Simulation world = queueing();
    List<Simulation.Client> clients = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clients.add(world.new Client(1, 512));
      clients.get(i).keep("", 200);
    }

    world.run(60 * SECOND);
    world.startCounting();
    clients.forEach(client -> client.done = 0);
    world.run(120 * SECOND);

    assertThat(world.served(120 * SECOND)).isGreaterThan(0.95);
    assertThat(world.latency() / MILLI).as("without a limit it is 12 s").isLessThan(1_000);
    double fair = world.answered / 10.0;
    assertThat(clients)
        .allSatisfy(client -> assertThat((double) client.done).isBetween(fair / 4, fair * 4));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aModelThatBecomesSlowerIsNotAskedLess(boolean refuses) {
    Simulation world = new Simulation(refuses ? 64 : 10_000);
    Simulation.Client client = world.new Client(8, 64);
    client.keep("", 1_000);
    world.run(30 * SECOND);

    DoubleSupplier before = world.length;
    world.length = () -> 3 * before.getAsDouble();
    world.run(10 * SECOND);
    world.startCounting();
    world.run(170 * SECOND);
    assertThat(3.0 * world.answered * Simulation.ANSWER / (170 * SECOND))
        .as("of 64 at once, though it was tried what fewer would do")
        .isGreaterThan(0.9 * 64);
    world.startCounting();
    world.run(60 * SECOND);
    assertThat(3.0 * world.answered * Simulation.ANSWER / (60 * SECOND)).isGreaterThan(0.95 * 64);
  }

  @Test
  void answersOfVeryDifferentLengthAreNoSign() {
    Simulation world = new Simulation(64);
    world.spread();
    world.new Client(8, 512).keep("", 1_000);

    world.run(60 * SECOND);
    world.startCounting();
    world.run(120 * SECOND);

    assertThat(world.utilization(120 * SECOND)).isGreaterThan(0.95);
  }

  @Test
  void whatHasWaitedInAnOutageIsWorkedOffAndTheLimitIsAsBefore() {
    Simulation world = queueing();
    Simulation.Client client = world.new Client(8, 512);
    client.keep("", 1_000);
    world.run(40 * SECOND);

    world.capacity = 0;
    world.run(30 * SECOND);
    world.capacity = 64;
    world.serve();
    world.run(30 * SECOND);
    world.startCounting();
    world.run(60 * SECOND);

    assertThat(world.served(60 * SECOND)).isGreaterThan(0.95);
    assertThat(world.latency() / MILLI).isLessThan(700);
    assertThat(client.queue.limit()).isBetween(48, 128);
  }

  @Test
  void afterAWaitRequestsAreSpacedOverTheTimeOfOne() {
    AdaptiveLimit law = new AdaptiveLimit(10, 100);
    law.answered(0, 100 * MILLI, 100 * MILLI, 1);
    law.refused(50 * MILLI, 200 * MILLI, 10, SECOND);
    long open = 200 * MILLI + SECOND;

    assertThat(law.pause(open - 1)).isPositive();
    List<Long> pauses = new ArrayList<>();
    long now = open;
    for (int i = 0; i < 11; i++) {
      long pause = Math.max(0, law.pause(now));
      pauses.add(pause / MILLI);
      now += pause;
      law.sent(now);
    }

    assertThat(pauses.get(0)).isZero();
    assertThat(pauses.subList(1, 10)).containsOnly(10L);
    assertThat(pauses.get(10)).isZero();
  }

  @Test
  void whatIsLeftOfALimitIsSpreadUntilItIsReset() {
    AdaptiveLimit law = new AdaptiveLimit(10, 100);
    law.remaining(0, 5, 10 * SECOND);

    assertThat(law.pause(0)).isZero();
    law.sent(0);
    assertThat(law.pause(0)).isEqualTo(2 * SECOND);
    law.remaining(SECOND, 500, 60 * SECOND);
    assertThat(law.pause(SECOND)).isZero();
    law.remaining(SECOND, 0, 60 * SECOND);
    assertThat(law.pause(SECOND)).isEqualTo(60 * SECOND);
  }

  @Test
  void thoseSentBeforeACutDoNotCutAgain() {
    AdaptiveLimit law = new AdaptiveLimit(1, 100);
    for (int i = 0; i < 63; i++) {
      law.answered(0, 1, 1, 100);
    }
    assertThat(law.limit()).isEqualTo(64);
    law.refused(2, 3, 64, 0);
    law.refused(2, 4, 63, 0);
    law.refused(2, 5, 62, 0);
    assertThat(law.limit()).isEqualTo(32);
    law.answered(2, 6, 6, 64);
    law.refused(4, 7, 64, 0);
    assertThat(law.limit()).isBetween(28, 30);
  }

  @Test
  void itGrowsOnlyWhileItIsUsed() {
    AdaptiveLimit law = new AdaptiveLimit(8, 16);
    for (int i = 0; i < 100; i++) {
      law.answered(0, 1, 1, 3);
    }
    assertThat(law.limit()).isEqualTo(8);
    for (int i = 0; i < 100; i++) {
      law.answered(0, 1, 1, 16);
    }
    assertThat(law.limit()).isEqualTo(16);
  }
}
