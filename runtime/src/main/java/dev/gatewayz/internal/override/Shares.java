package dev.gatewayz.internal.override;

/** Parts of calls. */
public final class Shares {
  private Shares() {}

  /**
   * That part of the calls.
   *
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public static double require(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("The share is " + share + ", and must be from 0 to 1.");
    }
    return share;
  }
}
