package dev.gatewayz.processor.lock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How one list of lines became another: {@code -} before lines that went, {@code +} before new. By
 * the algorithm of Myers, whose cost grows with the length of the lists and the number of changes.
 */
final class LineDiff {
  private static final int MOST_LINES = 40;

  /** More changes than that are not told from a text that is all new. */
  private static final int MOST_CHANGES = 400;

  private final List<String> before;
  private final List<String> after;

  /** For each number of changes: how far one gets with fewer, on each diagonal. */
  private final List<int[]> reached = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Only lines that went or came, in their order, no more than a message can show. */
  static List<String> of(List<String> before, List<String> after) {
    List<String> changes = new LineDiff(before, after).changes();
    if (changes.size() <= MOST_LINES) {
      return changes;
    }
    List<String> shown = new ArrayList<>(changes.subList(0, MOST_LINES));
    shown.add("and " + (changes.size() - MOST_LINES) + " lines more");
    return shown;
  }

  private List<String> changes() {
    int middle = MOST_CHANGES + 1;
    int[] furthest = new int[2 * middle + 1];
    for (int number = 0; number <= MOST_CHANGES; number++) {
      reached.add(furthest.clone());
      for (int diagonal = -number; diagonal <= number; diagonal += 2) {
        int i = start(furthest, diagonal, number);
        int j = i - diagonal;
        while (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
          i++;
          j++;
        }
        furthest[middle + diagonal] = i;
        if (i >= before.size() && j >= after.size()) {
          return traced(number);
        }
      }
    }
    List<String> all = new ArrayList<>();
    before.forEach(line -> all.add("- " + line));
    after.forEach(line -> all.add("+ " + line));
    return all;
  }

  /** Where a diagonal begins after one change more: below the one before it, or right of it. */
  private static int start(int[] furthest, int diagonal, int number) {
    int at = MOST_CHANGES + 1 + diagonal;
    return isInsertion(furthest, diagonal, number) ? furthest[at + 1] : furthest[at - 1] + 1;
  }

  private static boolean isInsertion(int[] furthest, int diagonal, int number) {
    int at = MOST_CHANGES + 1 + diagonal;
    return diagonal == -number || (diagonal != number && furthest[at - 1] < furthest[at + 1]);
  }

  /** The changes of the shortest way, from its end to its beginning. */
  private List<String> traced(int number) {
    List<String> changes = new ArrayList<>();
    int diagonal = before.size() - after.size();
    for (int left = number; left > 0; left--) {
      int[] furthest = reached.get(left);
      int i = start(furthest, diagonal, left);
      if (isInsertion(furthest, diagonal, left)) {
        changes.add("+ " + after.get(i - diagonal - 1));
        diagonal++;
      } else {
        changes.add("- " + before.get(i - 1));
        diagonal--;
      }
    }
    Collections.reverse(changes);
    return changes;
  }
}
