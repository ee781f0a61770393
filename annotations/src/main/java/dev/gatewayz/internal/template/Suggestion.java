package dev.gatewayz.internal.template;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant by a name that does not exist. */
public final class Suggestion {
  private static final int MOST_LISTED = 8;

  private Suggestion() {}

  /**
   * The candidate nearest to {@code name}: equal but for case and separators, or else at most a
   * third of its letters away (one letter for short names), a swap of neighbours counting as one.
   */
  public static Optional<String> nearest(String name, Collection<String> candidates) {
    String wanted = fold(name);
    int limit = Math.max(1, name.length() / 3);
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      String folded = fold(candidate);
      int distance = folded.equals(wanted) ? 0 : distance(wanted, folded, bestDistance);
      if (distance < bestDistance && isMeant(wanted, folded, distance)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code Did you mean "…"?}, or nothing. */
  public static String sentence(String name, Collection<String> candidates) {
    return nearest(name, candidates).map(c -> "Did you mean \"" + c + "\"?").orElse("");
  }

  /** The first candidates, with commas between them. */
  public static String list(Collection<String> candidates) {
    StringBuilder out = new StringBuilder();
    Iterator<String> names = candidates.iterator();
    for (int i = 0; names.hasNext(); i++) {
      if (i == MOST_LISTED) {
        return out.append(", ...").toString();
      }
      out.append(i == 0 ? "" : ", ").append(names.next());
    }
    return out.toString();
  }

  /** A candidate that shares no letter with the name is no suggestion, however short both are. */
  private static boolean isMeant(String wanted, String candidate, int distance) {
    return distance < Math.max(wanted.length(), candidate.length());
  }

  private static String fold(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-') {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** Optimal string alignment, given up on once it must reach {@code bound}. */
  private static int distance(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) >= bound) {
      return bound;
    }
    int[] before = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
        if (i > 1 && j > 1 && isSwap(a, i, b, j)) {
          best = Math.min(best, before[j - 2] + 1);
        }
        current[j] = best;
      }
      int[] spare = before;
      before = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
