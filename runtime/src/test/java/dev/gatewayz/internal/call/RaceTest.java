package dev.gatewayz.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.error.DeadlineExceededException.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a second request is sent, and which of two counts. */
class RaceTest {
  private static final long AFTER = 2_000;
  private static final long END = 100_000;

  private final Race<Runner> race = new Race<>(Duration.ofNanos(AFTER));
  private final Runner first = new Runner();
  private final Runner second = new Runner();

  private static final class Runner implements Race.Runner {
    private boolean isSilent;
    private long lastSign;
    private long due = END * 10;
    private int drops;
    private int late;

    void sent(long now) {
      isSilent = true;
      lastSign = now;
    }

    @Override
    public boolean isSilent() {
      return isSilent;
    }

    @Override
    public long lastSign() {
      return lastSign;
    }

    @Override
    public long due() {
      return due;
    }

    @Override
    public void checkDeadline(long now) {
      late += now >= due ? 1 : 0;
    }

    @Override
    public void late(Phase phase, Duration limit) {
      late++;
    }

    @Override
    public boolean isOver() {
      return drops > 0;
    }

    @Override
    public void drop() {
      drops++;
    }
  }

  @Test
  void theTimeCountsFromSending() {
    race.start(first);
    assertThat(race.wantsSecond(50_000)).isFalse();
    assertThat(race.due(END)).isEqualTo(END);

    first.sent(60_000);
    assertThat(race.due(END)).isEqualTo(62_000);
    assertThat(race.wantsSecond(61_999)).isFalse();
    assertThat(race.wantsSecond(62_000)).isTrue();
  }

  @Test
  void thereIsOneSecondOnly() {
    race.start(first);
    first.sent(0);

    assertThat(race.wantsSecond(AFTER)).isTrue();
    assertThat(race.wantsSecond(AFTER * 10)).isFalse();
  }

  @Test
  void thereIsNoneOnceSomethingHasCome() {
    race.start(first);
    first.sent(0);
    first.isSilent = false;
    assertThat(race.wantsSecond(AFTER)).isFalse();

    race.commit(first);
    first.isSilent = true;
    assertThat(race.wantsSecond(AFTER * 10)).isFalse();
  }

  @Test
  void theWinnerCountsAndTheLoserIsDropped() {
    race.start(first);
    race.join(second);

    race.commit(second);

    assertThat(race.first()).isSameAs(second);
    assertThat(first.drops).isEqualTo(1);
    assertThat(second.drops).isZero();
    race.commit(second);
    race.end();
    assertThat(first.drops).isEqualTo(1);
    assertThat(second.drops).isEqualTo(1);
  }

  @Test
  void whenOneFailsTheOtherCounts() {
    race.start(first);
    race.join(second);

    assertThat(race.runsOnWithout(first)).isTrue();
    assertThat(race.first()).isSameAs(second);
    assertThat(race.runsOnWithout(second)).isFalse();
    assertThat(first.drops + second.drops).isZero();
  }

  @Test
  void eachIsLateByItsOwnDeadline() {
    race.start(first);
    race.join(second);
    first.due = 500;
    second.due = 300;
    assertThat(race.due(END)).isEqualTo(300);

    race.checkDeadlines(400);

    assertThat(first.late).isZero();
    assertThat(second.late).isEqualTo(1);
  }

  @Test
  void whenTheCallIsLateOneSaysSoAndTheOtherIsDropped() {
    race.start(first);
    race.join(second);

    race.late(Phase.TOTAL, Duration.ofNanos(END));

    assertThat(first.late).isEqualTo(1);
    assertThat(second.late).isZero();
    assertThat(second.drops).isEqualTo(1);
  }
}
