package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chaos.ChaosCalls;
import dev.gatewayz.chaos.ChaosGateway;
import dev.gatewayz.chaos.Ledger;
import dev.gatewayz.internal.call.Vitals;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.usage.Budget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything goes wrong at random, on both sides and in all combinations. Whatever happens, each
 * call ends once and is counted once, a text is right or there is an error, and nothing is left.
 *
 * <p>{@code -Dchaos.seconds=600} lets it run longer, {@code -Dchaos.seed=…} repeats the choices of
 * a run, which prints its seed if it fails.
 */
class ChaosTest {
  private static final int SECONDS = Integer.getInteger("chaos.seconds", 9);
  private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
  private static final int AT_ONCE = 320;
  private static final int FEWEST = 5_000;

  @ParameterizedTest
  @EnumSource(names = {"H2C", "HTTP_1_1"})
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  void everyCallEndsOnceAndNothingIsLeft(Wire wire) throws InterruptedException {
    Ledger ledger = new Ledger();
    MockGateway gateway = wire.gateway().maxConcurrentStreams(40).keepRequests(1).start();
    Gatewayz client =
        wire.client(gateway)
            .retries(Wire.promptly(2))
            .maxConcurrentCalls(240, 10_000)
            .maxConnections(32, 200)
            .budget(Budget.calls("calls", 1_000_000_000, Duration.ofDays(1)))
            .budget(Budget.tokens("tokens", 1_000_000_000_000L, Duration.ofDays(1)))
            .listener(ledger)
            .deadlines(Deadlines.DEFAULT.withTotal(Duration.ofSeconds(20)))
            .build();
    try (ChaosGateway chaos = new ChaosGateway(gateway, SEED);
        ChaosCalls calls = new ChaosCalls(client, ledger, SEED)) {
      calls.keepUp(AT_ONCE, FEWEST, Duration.ofSeconds(SECONDS));
      chaos.calmDown();
      calls.awaitEnds();
      Vitals left = awaitZero(client);

      assertThat(ledger.complaints()).as("seed %d, %s", SEED, ledger).isEmpty();
      assertThat(left.isZero()).as("seed %d, %s, left %s", SEED, ledger, left).isTrue();
      assertThat(client.usageTracker().snapshot().calls())
          .as("calls in usage, seed %d", SEED)
          .isEqualTo(ledger.finished());
    } finally {
      client.close();
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
