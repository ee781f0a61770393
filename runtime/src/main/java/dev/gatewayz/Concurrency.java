package dev.gatewayz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many requests may be under way at once to one gateway with one key. Immutable.
 *
 * <p>An adaptive one grows while the gateway takes what it is sent, and shrinks when it does not:
 * at rate limits (429), when it is overloaded (503) or cannot be connected to, and where it is
 * shown by trying that requests wait there for each other. A call that was turned away because of a
 * limit goes back into the queue, which spends no retries and ends with the deadline for the whole
 * call. Waits that the gateway asks for are kept, and after them requests are spaced out.
 */
public final class Concurrency {
  private static final Concurrency UNLIMITED =
      new Concurrency(Integer.MAX_VALUE, Integer.MAX_VALUE, false, null);

  private final int min;
  private final int max;
  private final boolean perModel;
  private final @Nullable String fairTag;

  private Concurrency(int min, int max, boolean perModel, @Nullable String fairTag) {
    this.min = min;
    this.max = max;
    this.perModel = perModel;
    this.fairTag = fairTag;
  }

  /** {@return no limit: any number of requests may be under way} */
  public static Concurrency unlimited() {
    return UNLIMITED;
  }

  /**
   * Allows so many, whatever the gateway says; all else is as with {@link #adaptive}.
   *
   * @param requests how many, at least 1
   * @return that number, for one gateway and key
   * @throws IllegalArgumentException if that is below 1
   */
  public static Concurrency fixed(int requests) {
    return adaptive(requests, requests);
  }

  /**
   * Allows as many as the gateway takes, and finds out how many that is.
   *
   * @param min how many at least, and to begin with. A gateway that answers nothing at all is asked
   *     by one request at a time until it does
   * @param max how many at most
   * @return a limit that moves between {@code min} and {@code max}
   * @throws IllegalArgumentException unless {@code 1 <= min <= max}
   */
  public static Concurrency adaptive(int min, int max) {
    if (min < 1 || max < min) {
      throw new IllegalArgumentException(
          "Concurrency from " + min + " to " + max + "; it must be 1 <= min <= max.");
    }
    return new Concurrency(min, max, false, null);
  }

  /**
   * {@return the same, but for each model on its own: where providers have limits, and not the key}
   */
  public Concurrency perModel() {
    return new Concurrency(min, max, true, fairTag);
  }

  /**
   * {@return the same, but calls that wait take turns not only by their model but by the value of a
   * tag, too, as in {@code fairBy("tenant")}: who has few calls does not wait behind one who has
   * many}
   *
   * @param tag the name of the tag, as in {@link CallOptions.Builder#tag}
   */
  public Concurrency fairBy(String tag) {
    return new Concurrency(min, max, perModel, Objects.requireNonNull(tag, "tag"));
  }

  /** {@return how many at least} */
  public int min() {
    return min;
  }

  /** {@return how many at most; {@link Integer#MAX_VALUE} for any number} */
  public int max() {
    return max;
  }

  /** {@return whether each model is counted on its own} */
  public boolean isPerModel() {
    return perModel;
  }

  /** {@return the tag by whose values calls take turns, {@code null} if by none} */
  public @Nullable String fairTag() {
    return fairTag;
  }

  /** {@return whether nothing is limited} */
  public boolean isUnlimited() {
    return min == Integer.MAX_VALUE;
  }

  @Override
  public String toString() {
    if (isUnlimited()) {
      return "Concurrency.unlimited()";
    }
    return "Concurrency.adaptive("
        + min
        + ", "
        + max
        + ")"
        + (perModel ? ".perModel()" : "")
        + (fairTag == null ? "" : ".fairBy(\"" + fairTag + "\")");
  }
}
