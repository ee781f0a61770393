package dev.gatewayz.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Deadlines;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which deadline runs when, with deadlines of minutes and no time to lose. */
class AttemptClockTest {
  /** Times of {@link System#nanoTime} may be of any size. */
  private static final long BEGIN = Long.MAX_VALUE - 1_000;

  private static final Deadlines DEADLINES =
      Deadlines.DEFAULT
          .withAcquire(Duration.ofSeconds(10))
          .withFirstToken(Duration.ofSeconds(30))
          .withIdle(Duration.ofSeconds(60))
          .withTotal(Duration.ofMinutes(10));

  private final AttemptClock whole = new AttemptClock(false, DEADLINES, BEGIN);
  private final AttemptClock stream = new AttemptClock(true, DEADLINES, BEGIN);

  private static long at(long seconds) {
    return BEGIN + Duration.ofSeconds(seconds).toNanos();
  }

  private static void assertDue(AttemptClock clock, Phase phase, long seconds) {
    assertThat(clock.phase()).isEqualTo(phase);
    assertThat(clock.due()).isEqualTo(at(seconds));
  }

  @Test
  void itWaitsForAConnectionFromWhenTheWaitBegan() {
    assertDue(whole, Phase.ACQUIRE, 10);
    assertDue(stream, Phase.ACQUIRE, 10);

    assertThat(whole.sent(at(7))).isEqualTo(Duration.ofSeconds(7).toNanos());
  }

  @Test
  void theTimeInWhichItWasSentDoesNotCountWhenItWaitsAgain() {
    stream.sent(at(4));
    stream.waits(at(20));
    stream.waits(at(23));

    assertDue(stream, Phase.ACQUIRE, 26);
  }

  @Test
  void anAnswerInOnePieceMayBeginWheneverItLikes() {
    whole.sent(at(1));

    assertThat(whole.phase()).isEqualTo(Phase.TOTAL);
    assertThat(whole.due() - at(100_000_000)).isPositive();
  }

  @Test
  void theHeadOfAnAnswerInOnePieceIsASignOfLife() {
    whole.sent(at(1));
    whole.responds(at(301));

    assertDue(whole, Phase.IDLE, 361);
  }

  @Test
  void ofAStreamOnlyWhatTheModelSaysIs() {
    stream.sent(at(1));
    assertDue(stream, Phase.FIRST_TOKEN, 31);
    stream.responds(at(20));
    assertDue(stream, Phase.FIRST_TOKEN, 31);

    assertThat(stream.speaks(at(25))).isTrue();
    assertDue(stream, Phase.IDLE, 85);
    assertThat(stream.speaks(at(80))).isFalse();
    assertDue(stream, Phase.IDLE, 140);
  }

  @Test
  void whoWantsNothingIsNotWaitedFor() {
    stream.sent(at(1));
    stream.responds(at(2));
    stream.speaks(at(3));

    assertThat(stream.excuse(at(1_003))).isEqualTo(Duration.ofSeconds(1_000).toNanos());
    assertDue(stream, Phase.IDLE, 1_063);
    assertThat(stream.excuse(at(1_003))).isZero();
  }

  /** What is read next had come in before the subscriber asked for it. */
  @Test
  void whatIsExcusedIsNotExcusedTwice() {
    stream.sent(at(1));
    stream.speaks(at(2));
    stream.excuse(at(1_002));
    stream.speaks(at(3));

    assertThat(stream.excuse(at(1_002))).isZero();
  }

  @Test
  void theWaitForAConnectionIsNotExcused() {
    assertThat(stream.excuse(at(9))).isZero();
    assertDue(stream, Phase.ACQUIRE, 10);
  }

  @Test
  void whatFailsIsNotLateAndNotRaced() {
    whole.sent(at(1));
    whole.responds(at(2));
    assertThat(whole.isSilent()).isTrue();
    whole.ending();

    assertThat(whole.phase()).isEqualTo(Phase.TOTAL);
    assertThat(whole.isSilent()).isFalse();
    assertThat(whole.isWanted()).isFalse();
    assertThat(whole.isOver()).isFalse();
    assertThat(whole.excuse(at(50))).isZero();
  }
}
