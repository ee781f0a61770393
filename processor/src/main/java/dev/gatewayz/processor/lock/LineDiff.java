package dev.gatewayz.processor.lock;

import java.util.ArrayList;
import java.util.List;

/** How one list of lines became another: {@code -} before lines that went, {@code +} before new. */
final class LineDiff {
  private static final int MOST_LINES = 40;

  /** Beyond that the place of each line costs more than it tells. */
  private static final long MOST_COMPARED = 1_000_000;

  private LineDiff() {}

  /** Only lines that went or came, in their order, no more than a message can show. */
  static List<String> of(List<String> before, List<String> after) {
    int start = 0;
    int least = Math.min(before.size(), after.size());
    while (start < least && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> changes =
        changes(
            before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    if (changes.size() <= MOST_LINES) {
      return changes;
    }
    List<String> shown = new ArrayList<>(changes.subList(0, MOST_LINES));
    shown.add("and " + (changes.size() - MOST_LINES) + " lines more");
    return shown;
  }

  private static List<String> changes(List<String> before, List<String> after) {
    List<String> changes = new ArrayList<>();
    if ((long) before.size() * after.size() > MOST_COMPARED) {
      before.forEach(line -> changes.add("- " + line));
      after.forEach(line -> changes.add("+ " + line));
      return changes;
    }
    int[][] common = common(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        changes.add("- " + before.get(i++));
      } else {
        changes.add("+ " + after.get(j++));
      }
    }
    return changes;
  }

  /** How many lines the rests of both have in common, in order, for each place in each. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
