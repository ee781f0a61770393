package dev.gatewayz.internal.call;

/**
 * Tells from the time until answers begin whether requests wait at a gateway that turns nobody
 * away. Guarded by the lock of its {@link GatewayQueue}.
 *
 * <p>Longer times alone do not tell: a model may have become slower, or is asked for more. So they
 * hold the limit, and are the occasion of an experiment. Fewer requests are sent for a while; if at
 * least half of what that takes from the limit comes back as time, requests had waited for each
 * other, and the lower limit stays. If not, the limit is what it was, and the longer times are what
 * is usual.
 *
 * <p>Of ten clients that share a gateway one alone would change nothing by that. So experiments
 * begin when a span of time does by the clock, which all of them have in common: a power of two of
 * nanoseconds since 1970, at least sixteen times as long as a request takes.
 *
 * <p>Times are compared by the mean of their logarithms, over as many answers as it takes to know
 * it well: very long answers among short ones do not count for more than others.
 */
final class LatencyGradient {
  /** What becomes of the limit. */
  enum Advice {
    /** It may grow. */
    GROW,
    /** It stays. */
    HOLD,
    /** It has doubled once too often: it is lowered by {@link #factor}, which is the ceiling. */
    LEVEL_OFF,
    /** It is lowered by {@link #factor}, for an experiment. */
    TRY,
    /**
     * The experiment has shown that requests waited: it is changed by {@link #factor}, and that is
     * the ceiling.
     */
    KEEP,
    /** The experiment has shown nothing: it is what it was before. */
    RESTORE
  }

  private static final int FIRST_WINDOW = 8;
  private static final int FEWEST = 32;
  private static final int MOST = 512;

  /** So well the mean of a window is to be known; about 6 %. */
  private static final double PRECISION = 0.06;

  /** More than usual: by a fifth. */
  private static final double LONGER = Math.log(1.2);

  /** The same while the limit doubles, when much is not known yet: by a half. */
  private static final double MUCH_LONGER = Math.log(1.5);

  /** So much of the time of a request may be waiting without consequence. */
  private static final double NOT_WORTH_IT = 0.1;

  /** What waits so that no room is ever empty. */
  private static final double MARGIN = 0.05;

  private static final double DEEPEST = 0.5;
  private static final double SLIGHTEST = 0.8;

  /** What an experiment has to lower the limit by at least to show something. */
  private static final double TOO_SLIGHT = 0.87;

  private static final double SHARE_OF_SHORTER = 0.25;
  private static final double ROUNDS_TO_SETTLE = 2;
  private static final double ROUNDS_TO_TRY = 6;
  private static final double MOST_ROUNDS_TO_TRY = 14;
  private static final double ROUNDS_APART = 16;
  private static final int MOST_SKIPPED = 16;

  private final int min;

  /** The mean that is usual while nobody waits. */
  private double usual;

  /** The variance of that, as an estimate. */
  private double doubt;

  private boolean hasUsual;

  /** Whether the answer that came last is in the window. */
  private boolean counts;

  // The window: answers to requests that were sent, and answered, not before these times.
  private long sentFrom;
  private long answeredFrom;
  private boolean isDelimited;
  private int count;
  private int full;
  private double sum;
  private double squares;

  private boolean holds;

  // The experiment.
  private boolean isTrying;
  private long triedSince;
  private double before;
  private double expected;

  /** How much of the limit is used by requests that are not only waiting, as far as is known. */
  private double busy;

  private double factor;
  private int toSkip;
  private int skips;
  private int spanBits;
  private long span;

  /** For a limit that is never below {@code min}. */
  LatencyGradient(int min) {
    this.min = min;
  }

  /** By what the limit is to be multiplied. */
  double factor() {
    return factor;
  }

  /** The limit has changed: an experiment is over without a result, and a new window begins. */
  void startOver(long now, double round) {
    isTrying = false;
    holds = false;
    begin(now, round);
  }

  private void begin(long now, double round) {
    sentFrom = now;
    // What ends before was sent late or was short: no fair sample.
    answeredFrom = now + (long) (ROUNDS_TO_SETTLE * round);
    isDelimited = true;
    clear();
  }

  private void clear() {
    count = 0;
    full = 0;
    sum = 0;
    squares = 0;
  }

  /**
   * A request was answered.
   *
   * @param took until the answer began
   * @param isFull whether as many were under way as may be
   */
  void answered(long sentAt, long took, long now, boolean isFull) {
    counts = !isDelimited || (sentAt - sentFrom >= 0 && now - answeredFrom >= 0);
    if (counts) {
      double log = Math.log((double) Math.max(1, took));
      count++;
      full += isFull ? 1 : 0;
      sum += log;
      squares += log * log;
    }
  }

  /**
   * What becomes of the limit after that.
   *
   * @param round how long a request takes as a whole, on average
   * @param limit how many may be under way
   * @param doubles whether the limit doubles, for it is not known yet how many are taken
   */
  Advice advice(long now, double round, int limit, boolean doubles) {
    boolean isNewSpan = isNewSpan(now, round);
    Advice advice;
    if (isTrying) {
      advice = isTried((now - triedSince) / round) ? judge() : Advice.HOLD;
    } else if (holds && isNewSpan) {
      advice = attempt(now, round, limit);
    } else if (counts && isWhole()) {
      advice = look(round, doubles);
    } else {
      advice = holds ? Advice.HOLD : Advice.GROW;
    }
    if (advice != Advice.GROW && advice != Advice.HOLD) {
      begin(now, round);
    }
    return advice;
  }

  private boolean isTried(double rounds) {
    return count >= FEWEST / 2
        && (rounds >= MOST_ROUNDS_TO_TRY || (rounds >= ROUNDS_TO_TRY && error() <= PRECISION));
  }

  private boolean isNewSpan(long now, double round) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros((long) (ROUNDS_APART * round));
    boolean isNew = bits == spanBits && now >> bits != span;
    spanBits = bits;
    span = now >> bits;
    return isNew;
  }

  private boolean isWhole() {
    if (!hasUsual) {
      return count >= 2 * FEWEST || (count >= FIRST_WINDOW && error() <= 2 * PRECISION);
    }
    double error = error();
    boolean isClearlyLonger =
        !holds
            && count >= FEWEST / 2
            && sum / count - usual > MUCH_LONGER + 4 * Math.sqrt(error * error + doubt);
    return isClearlyLonger || (count >= FEWEST && (error <= PRECISION || count >= MOST));
  }

  /** The standard error of the mean. */
  private double error() {
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean) / count);
  }

  private Advice look(double round, boolean doubles) {
    double mean = sum / count;
    double error = error();
    boolean wasFull = 2 * full >= count;
    clear();
    double more = mean - usual;
    holds = false;
    if (!hasUsual) {
      usual = mean;
      doubt = error * error;
      hasUsual = true;
      return Advice.GROW;
    }
    busy = 1 - wait(mean) / round;
    boolean isLonger =
        wasFull
            && more > Math.max(longer(doubles), 3 * Math.sqrt(error * error + doubt))
            && busy < 1 - NOT_WORTH_IT;
    if (!isLonger) {
      // At the beginning the limit grows so fast that what is a little longer may be a queue.
      if (more < 0 || !doubles) {
        learn(more, error, wasFull && more > 0 ? 0 : SHARE_OF_SHORTER);
      }
      return Advice.GROW;
    }
    holds = true;
    before = mean;
    if (doubles) {
      factor = DEEPEST;
      return Advice.LEVEL_OFF;
    }
    return Advice.HOLD;
  }

  private static double longer(boolean doubles) {
    return doubles ? MUCH_LONGER : LONGER;
  }

  /** What is usual is the better known, the more windows there were; less than that is new. */
  private void learn(double more, double error, double least) {
    double share = doubt / Math.max(Double.MIN_NORMAL, doubt + error * error);
    usual += Math.max(least, share) * more;
    doubt *= 1 - share;
  }

  /** How long requests wait that take so long until they are answered. */
  private double wait(double mean) {
    return Math.exp(mean) - Math.exp(usual);
  }

  private Advice attempt(long now, double round, int limit) {
    if (toSkip > 0) {
      toSkip--;
      return Advice.HOLD;
    }
    factor = Math.max(DEEPEST, Math.min(SLIGHTEST, busy));
    int lower = (int) Math.max(min, limit * factor);
    if (lower > limit * TOO_SLIGHT) {
      usual = before;
      holds = false;
      return Advice.GROW;
    }
    isTrying = true;
    triedSince = now;
    double shorter = Math.exp(before) - round * (limit - lower) / limit;
    expected = before - Math.max(usual, Math.log(Math.max(1, shorter)));
    return Advice.TRY;
  }

  private Advice judge() {
    double mean = sum / count;
    boolean wasFull = 2 * full >= count;
    isTrying = false;
    if (wasFull && before - mean >= expected / 2) {
      skips = 0;
      holds = false;
      // What was waited before, less what the lower limit was too low by.
      factor = Math.max(DEEPEST, Math.min(1, busy + MARGIN)) / factor;
      return Advice.KEEP;
    }
    if (wasFull) {
      usual = Math.min(before, usual + LONGER * (1 << Math.min(6, skips)));
    }
    holds = before - usual > LONGER;
    skips++;
    toSkip = skips < 3 ? 0 : Math.min(MOST_SKIPPED, skips);
    return Advice.RESTORE;
  }
}
