package dev.gatewayz.internal.call;

import java.util.concurrent.TimeUnit;

/**
 * How many requests a gateway takes at once, learned from what becomes of them: a function of
 * outcomes and times, which it is told. Guarded by the lock of its {@link GatewayQueue}.
 *
 * <ul>
 *   <li>It doubles with each round of answers until a request is turned away for the first time.
 *   <li>One that is turned away cuts it, once for all that were sent before the cut, and says where
 *       the ceiling is.
 *   <li>Below the ceiling it climbs quickly, above it by one a round at first. In between it stays
 *       at the ceiling for some rounds, or, after a wait that the gateway asked for, for as long as
 *       makes that wait small: what a try costs says how often one is made.
 *   <li>While nothing is answered at all, one request at a time tries, after pauses that grow.
 *       Where it cannot be cut any more there is a short pause instead.
 *   <li>Where requests wait for each other instead of being turned away, as {@link LatencyGradient}
 *       finds out, it stays where few do.
 *   <li>After each wait a round of requests is spaced over the time that one takes.
 * </ul>
 */
final class AdaptiveLimit {
  private static final double CUT = 0.9;
  private static final double DEEP_CUT = 0.5;

  /** So much of the time is given to waits for the sake of learning whether there is more room. */
  private static final int WAITS_PER_TRY = 20;

  private static final int ROUNDS_PER_TRY = 5;

  /** What waits is seen late, so that the limit grows by one in so many rounds. */
  private static final int ROUNDS_TO_SEE = 4;

  private static final int OUTAGE = 2;
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int MOST_DOUBLINGS = 6;
  private static final double NEWEST_SHARE = 0.1;

  private final int min;
  private final int max;
  private double limit;

  /** The most that is known to be taken, once one too many was turned away. */
  private int ceiling;

  private boolean hasCeiling;

  /**
   * Whether beyond the ceiling requests wait, of which one hears late, instead of being refused.
   */
  private boolean isLevel;

  private boolean tryIsPutOff;
  private long nextTry;
  private long lastCut;

  /** How often it was cut since the last answer. */
  private int cuts;

  private boolean rests;
  private long restUntil;

  /** How many more requests are spaced out, by how much, and when the next one is due. */
  private long spaced;

  private long spacing;
  private long nextSend;

  /** Whether requests are spaced because few are left until the gateway's limit is reset. */
  private boolean isStretched;

  private double meanNanos;
  private final LatencyGradient gradient;

  /** Before it was lowered for an experiment. */
  private double limitBefore;

  /** A limit that begins at {@code min} and stays between the two. */
  AdaptiveLimit(int min, int max) {
    this.min = min;
    this.max = max;
    this.limit = min;
    this.gradient = new LatencyGradient(min);
  }

  /** How many may be under way now. */
  int limit() {
    return cuts >= OUTAGE ? 1 : (int) limit;
  }

  /** For how long no further request may be sent, in nanoseconds; 0 if one may now. */
  long pause(long now) {
    if (rests && restUntil - now <= 0) {
      rests = false;
    }
    long pause = rests ? restUntil - now : 0;
    return spaced > 0 ? Math.max(pause, nextSend - now) : pause;
  }

  /** A request is sent, which {@link #pause} has allowed. */
  void sent(long now) {
    if (spaced > 0) {
      spaced--;
      nextSend = now + spacing;
    }
  }

  /**
   * A request was answered.
   *
   * @param begunAt when the answer began
   * @param underWay how many were under way, this one included
   */
  void answered(long sentAt, long begunAt, long now, int underWay) {
    double took = Math.max(1, now - sentAt);
    meanNanos = meanNanos == 0 ? took : meanNanos + NEWEST_SHARE * (took - meanNanos);
    boolean wasFull = underWay >= limit();
    cuts = 0;
    gradient.answered(sentAt, begunAt - sentAt, now, wasFull);
    switch (gradient.advice(now, meanNanos, limit(), !hasCeiling && limit < max)) {
      case GROW -> {
        if (wasFull) {
          limit = Math.min(max, grown(now));
        }
      }
      case HOLD -> {}
      case LEVEL_OFF, KEEP -> {
        limit = Math.min(max, Math.max(min, limit * gradient.factor()));
        levelOff(now);
      }
      case TRY -> {
        limitBefore = limit;
        limit = Math.max(min, limit * gradient.factor());
      }
      case RESTORE -> limit = Math.max(limit, limitBefore);
    }
  }

  private void levelOff(long now) {
    ceiling = (int) limit;
    hasCeiling = true;
    isLevel = true;
    tryLater(now, 0);
  }

  private double grown(long now) {
    if (!hasCeiling) {
      return limit + 1;
    }
    if (limit < ceiling) {
      double round = Math.max(1, (ceiling - limit) / 2);
      return Math.min(ceiling, limit + Math.min(1, round / limit));
    }
    if (tryIsPutOff && nextTry - now > 0) {
      return limit;
    }
    tryIsPutOff = false;
    double step = Math.min(1, (1 + (limit - ceiling) / 4) / limit);
    return limit + (isLevel ? step / ROUNDS_TO_SEE : step);
  }

  /**
   * A request was turned away.
   *
   * @param underWay how many were under way, this one included
   * @param wait for how long the gateway wants no more, 0 if it does not say
   */
  void refused(long sentAt, long now, int underWay, long wait) {
    boolean isKnown = hasCeiling && sentAt - lastCut <= 0;
    if (!isKnown) {
      boolean isLeast = limit <= min;
      cut(now, underWay);
      tryLater(now, wait);
      gradient.startOver(now, meanNanos);
      if (wait == 0 && (isLeast || cuts >= OUTAGE)) {
        rest(now, FIRST_PAUSE << Math.min(MOST_DOUBLINGS, Math.max(0, cuts - OUTAGE)));
      }
    }
    if (wait > 0) {
      rest(now, wait);
    }
  }

  private void tryLater(long now, long wait) {
    tryIsPutOff = true;
    nextTry = now + Math.max(WAITS_PER_TRY * wait, (long) (ROUNDS_PER_TRY * meanNanos));
  }

  private void cut(long now, int underWay) {
    boolean isDeep = !hasCeiling || cuts > 0;
    if (cuts == 0) {
      ceiling = Math.max(min, Math.min((int) limit, underWay) - 1);
    }
    limit = Math.max(min, isDeep ? limit * DEEP_CUT : Math.min(limit - 1, limit * CUT));
    hasCeiling = true;
    isLevel = false;
    lastCut = now;
    cuts++;
  }

  private void rest(long now, long nanos) {
    if (!rests || restUntil - (now + nanos) < 0) {
      rests = true;
      restUntil = now + nanos;
    }
    isStretched = false;
    spaced = limit();
    spacing = (long) (meanNanos / Math.max(1, spaced));
    nextSend = restUntil;
  }

  /**
   * The gateway says how many more requests it takes until it begins to count anew.
   *
   * @param reset until then, in nanoseconds
   */
  void remaining(long now, long left, long reset) {
    if (left <= 0) {
      rest(now, reset);
    } else if (left < limit()) {
      if (!isStretched) {
        nextSend = now;
      }
      isStretched = true;
      spaced = left;
      spacing = reset / left;
    } else if (isStretched) {
      isStretched = false;
      spaced = 0;
    }
  }
}
