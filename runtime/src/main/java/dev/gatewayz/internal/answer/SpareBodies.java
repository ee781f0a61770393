package dev.gatewayz.internal.answer;

import java.util.ArrayDeque;

/**
 * Arrays for the answers of one loop: when an answer has been read its array serves the next one.
 * Runs on its loop.
 *
 * <p>Why it may be trusted: only whoever has read an answer to its end gives its array back, once,
 * and what is read out of an array is copied. Whoever fails just keeps it.
 */
final class SpareBodies {
  private static final int SMALLEST = 1024;
  private static final int LARGEST = 16 * 1024;
  private static final int MOST = 32;

  private final ArrayDeque<byte[]> spare = new ArrayDeque<>();

  /** An array of at least so many bytes, whose content is undefined. */
  byte[] take(int size) {
    byte[] array = size > LARGEST ? null : spare.poll();
    // One that is too small makes way: the spare arrays become as large as answers are.
    return array == null || array.length < size ? new byte[Math.max(size, SMALLEST)] : array;
  }

  /** Takes an array back that is used no more. */
  void give(byte[] array) {
    if (array.length <= LARGEST && spare.size() < MOST) {
      spare.push(array);
    }
  }
}
