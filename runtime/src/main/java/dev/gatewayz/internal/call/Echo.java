package dev.gatewayz.internal.call;

import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was asked out of what a server says about it, because errors end up in logs and
 * prompts must not. Every stretch of at least 16 characters that both have in common goes.
 */
final class Echo {
  private static final String MARK = "[prompt]";
  private static final int SHORTEST = 16;

  /** A stretch of the shortest length covers a whole window, wherever it begins. */
  private static final int WINDOW = SHORTEST / 2;

  private static final int HASHES = 1 << 16;

  private final Supplier<String> question;
  private @Nullable String asked;

  /**
   * The echo of a question.
   *
   * @param question is called once, if there is anything to look through
   */
  Echo(Supplier<String> question) {
    this.question = question;
  }

  /** What is said, without what was asked. */
  String without(String said) {
    if (said.length() < SHORTEST) {
      return said;
    }
    String all = asked;
    if (all == null) {
      all = question.get();
      asked = all;
    }
    return without(all, said);
  }

  private static String without(String asked, String said) {
    if (asked.length() < SHORTEST) {
      return said;
    }
    BitSet windows = new BitSet(HASHES);
    for (int i = 0; i + WINDOW <= said.length(); i++) {
      windows.set(hash(said, i));
    }
    BitSet echoed = new BitSet(said.length());
    for (int i = 0; i + WINDOW <= asked.length(); i += WINDOW) {
      if (windows.get(hash(asked, i))) {
        mark(asked, i, said, echoed);
      }
    }
    return echoed.isEmpty() ? said : cut(said, echoed);
  }

  private static int hash(String text, int start) {
    int hash = 0;
    for (int i = start; i < start + WINDOW; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return (hash ^ hash >>> 16) & (HASHES - 1);
  }

  private static void mark(String asked, int window, String said, BitSet echoed) {
    String wanted = asked.substring(window, window + WINDOW);
    int at = said.indexOf(wanted);
    while (at >= 0) {
      int end = at + WINDOW;
      if (!echoed.get(at)) {
        int start = at;
        for (int i = window; i > 0 && start > 0; i--, start--) {
          if (asked.charAt(i - 1) != said.charAt(start - 1)) {
            break;
          }
        }
        for (int i = window + WINDOW; i < asked.length() && end < said.length(); i++, end++) {
          if (asked.charAt(i) != said.charAt(end)) {
            break;
          }
        }
        if (end - start >= SHORTEST) {
          echoed.set(start, end);
        }
      }
      at = said.indexOf(wanted, Math.max(at + 1, echoed.nextClearBit(at)));
    }
  }

  private static String cut(String said, BitSet echoed) {
    StringBuilder rest = new StringBuilder(said.length());
    int at = 0;
    for (int start = echoed.nextSetBit(0); start >= 0; start = echoed.nextSetBit(at)) {
      rest.append(said, at, start).append(MARK);
      at = echoed.nextClearBit(start);
    }
    return rest.append(said, at, said.length()).toString();
  }
}
