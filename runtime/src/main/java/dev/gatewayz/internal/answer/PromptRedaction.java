package dev.gatewayz.internal.answer;

import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was asked out of what a server says about it, because errors end up in logs and
 * prompts must not. Every stretch of at least 16 characters that both have in common goes, however
 * often the server has put it into JSON strings.
 */
final class PromptRedaction {
  private static final String MARK = "[prompt]";
  private static final int SHORTEST = 16;

  /** A stretch of the shortest length covers a whole window, wherever it begins. */
  private static final int WINDOW = SHORTEST / 2;

  private static final int HASHES = 1 << 16;

  private final Supplier<String> question;
  private @Nullable String asked;

  /**
   * Takes out what a question says.
   *
   * @param question is called once, if there is anything to look through
   */
  PromptRedaction(Supplier<String> question) {
    this.question = question;
  }

  /** What is said, without what was asked. */
  String apply(String said) {
    if (said.length() < SHORTEST) {
      return said;
    }
    String all = asked;
    if (all == null) {
      all = Unescaped.of(question.get()).text();
      asked = all;
    }
    return without(all, said);
  }

  private static String without(String asked, String escaped) {
    Unescaped unescaped = Unescaped.of(escaped);
    String said = unescaped.text();
    if (asked.length() < SHORTEST || said.length() < SHORTEST) {
      return escaped;
    }
    BitSet windows = new BitSet(HASHES);
    for (int i = 0; i + WINDOW <= said.length(); i++) {
      windows.set(hash(said, i));
    }
    BitSet repeated = new BitSet(said.length());
    for (int i = 0; i + WINDOW <= asked.length(); i += WINDOW) {
      if (windows.get(hash(asked, i))) {
        mark(asked, i, said, repeated);
      }
    }
    return repeated.isEmpty() ? escaped : cut(escaped, unescaped, repeated);
  }

  private static int hash(String text, int start) {
    int hash = 0;
    for (int i = start; i < start + WINDOW; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return (hash ^ hash >>> 16) & (HASHES - 1);
  }

  private static void mark(String asked, int window, String said, BitSet repeated) {
    String wanted = asked.substring(window, window + WINDOW);
    int at = said.indexOf(wanted);
    while (at >= 0) {
      int end = at + WINDOW;
      if (!repeated.get(at)) {
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
          repeated.set(start, end);
        }
      }
      at = said.indexOf(wanted, Math.max(at + 1, repeated.nextClearBit(at)));
    }
  }

  private static String cut(String said, Unescaped unescaped, BitSet repeated) {
    StringBuilder rest = new StringBuilder(said.length());
    int at = 0;
    for (int start = repeated.nextSetBit(0); start >= 0; start = repeated.nextSetBit(at)) {
      rest.append(said, unescaped.start(at), unescaped.start(start)).append(MARK);
      at = repeated.nextClearBit(start);
    }
    return rest.append(said, unescaped.start(at), said.length()).toString();
  }
}
