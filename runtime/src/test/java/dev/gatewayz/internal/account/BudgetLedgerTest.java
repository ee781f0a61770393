package dev.gatewayz.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.internal.account.BudgetLedger.Reservation;
import dev.gatewayz.usage.Budget;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A budget of ten tokens a day, and the clock of the machine. */
class BudgetLedgerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final BudgetLedger ledger =
      new BudgetLedger(
          Budget.tokens("day", 10, Duration.ofDays(1)).onCalendarDaysOf(ZoneOffset.UTC), now::get);

  private @Nullable Reservation use(long tokens) {
    return ledger.reserve(BigDecimal.valueOf(tokens));
  }

  private long used() {
    return ledger.state().used().longValueExact();
  }

  @Test
  void aNewDayBeginsWithNothing() {
    use(10);
    assertThat(use(1)).isNull();

    now.set(NOON.plus(Duration.ofHours(12)));

    assertThat(use(4)).isNotNull();
    assertThat(used()).isEqualTo(4);
    assertThat(ledger.state().windowEnd()).isEqualTo("2026-03-03T00:00:00Z");
  }

  @Test
  void aClockThatIsSetBackOverMidnightGivesNothingBack() {
    now.set(Instant.parse("2026-03-02T00:00:01Z"));
    use(10);

    now.set(Instant.parse("2026-03-01T23:59:59Z"));
    assertThat(use(1)).isNull();
    now.set(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(use(1)).isNull();
  }

  @Test
  void aClockThatWasYearsAheadStopsNobodyForYearsAndForgivesNothing() {
    use(3);
    now.set(NOON.plus(Duration.ofDays(900)));
    Reservation wrong = Objects.requireNonNull(use(10));

    now.set(NOON);
    assertThat(use(1)).isNull();
    assertThat(ledger.state().windowEnd()).isEqualTo("2026-03-02T00:00:00Z");
    wrong.settle(BigDecimal.valueOf(6));
    assertThat(used()).isEqualTo(6);

    now.set(NOON.plus(Duration.ofDays(1)));
    assertThat(used()).isZero();
    wrong.settle(BigDecimal.valueOf(8));
    assertThat(used()).isZero();
  }
}
