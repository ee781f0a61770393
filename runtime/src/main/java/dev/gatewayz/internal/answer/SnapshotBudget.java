package dev.gatewayz.internal.answer;

/**
 * What snapshots of one answer may copy: so much for each character of it that has come. A snapshot
 * copies the text that grows, so one for each chunk would cost the square of the answer's length.
 * With this, all of them together cost no more than a multiple of it, and what the newest lacks is
 * no more than a fraction of what it has. Not thread-safe.
 */
final class SnapshotBudget {
  /** Characters, elements or components to copy for each character that comes. */
  static final int PER_CHARACTER = 256;

  /** What may be copied before any character has come. */
  static final int AT_FIRST = 1_024;

  private long left = AT_FIRST;

  void add(int characters) {
    left += (long) characters * PER_CHARACTER;
  }

  /** Uses up what a snapshot costs; returns whether so much was left. */
  boolean spend(long cost) {
    if (cost > left) {
      return false;
    }
    left -= cost;
    return true;
  }
}
