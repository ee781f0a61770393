package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chaos.ChaosCalls;
import dev.gatewayz.chaos.ChaosClients;
import dev.gatewayz.chaos.ChaosGateway;
import dev.gatewayz.chaos.Ledger;
import dev.gatewayz.internal.call.Vitals;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything goes wrong at random, on both sides and in all combinations. Whatever happens, each
 * call ends once and is counted once, a text is right or there is an error, and nothing is left.
 *
 * <p>{@code -Dchaos.seconds=600} lets it run longer, {@code -Dchaos.seed=…} repeats the choices of
 * a run, which prints its seed if it fails, {@code -Dchaos.wires=H2,HTTPS_1_1} is for other wires.
 */
class ChaosTest {
  private static final int SECONDS = Integer.getInteger("chaos.seconds", 6);
  private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
  private static final String WIRES = System.getProperty("chaos.wires", "H2C,HTTP_1_1");
  private static final int AT_ONCE = 320;
  private static final int FEWEST = 2_000;

  static Stream<Wire> wires() {
    return Stream.of(WIRES.split(",", -1)).map(Wire::valueOf);
  }

  @ParameterizedTest
  @MethodSource("wires")
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void everyCallEndsOnceAndNothingIsLeft(Wire wire) throws InterruptedException {
    Ledger ledger = new Ledger();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> ledger.complain(thread.getName() + " died of " + thrown));
    MockGateway gateway = wire.gateway().maxConcurrentStreams(40).keepRequests(1).start();
    try (ChaosClients clients = new ChaosClients(wire, gateway, ledger, SEED);
        ChaosGateway chaos = new ChaosGateway(gateway, SEED);
        ChaosCalls calls = new ChaosCalls(clients, ledger, SEED)) {
      calls.keepUp(AT_ONCE, FEWEST, Duration.ofSeconds(SECONDS));
      chaos.calmDown();
      calls.awaitEnds();
      clients.settle();
      for (Gatewayz client : clients.lasting()) {
        Vitals left = awaitZero(client);
        assertThat(left.isZero()).as("seed %d, %s, left %s", SEED, ledger, left).isTrue();
      }
      clients.compare();

      assertThat(ledger.complaints()).as("seed %d, %s", SEED, ledger).isEmpty();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
      gateway.close();
    }
  }

  /** Responses that nobody wants any more have a second to run out. */
  private static Vitals awaitZero(Gatewayz client) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Vitals vitals = ((NettyGatewayz) client).vitals().join();
    while (!vitals.isZero() && System.nanoTime() - patience < 0) {
      vitals = ((NettyGatewayz) client).vitals().join();
    }
    return vitals;
  }
}
