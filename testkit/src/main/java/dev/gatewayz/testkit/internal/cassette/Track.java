package dev.gatewayz.testkit.internal.cassette;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one test recorded. Immutable.
 *
 * @param name of the test
 * @param prompts the hashes of prompts by their ids, as they were then
 * @param calls in order
 */
public record Track(String name, SortedMap<String, String> prompts, List<Call> calls) {
  /** Copies the collections. */
  public Track {
    prompts = new TreeMap<>(prompts);
    calls = List.copyOf(calls);
  }

  /**
   * This track, recorded anew, with as little changed as possible: calls keep the order that they
   * had, and an answer that differs only in ids, dates and pace is kept as it was.
   */
  public Track after(Track old) {
    Map<Question, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < calls.size(); i++) {
      places.computeIfAbsent(calls.get(i).question(), question -> new ArrayDeque<>()).add(i);
    }
    List<Call> merged = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    for (Call before : old.calls) {
      Deque<Integer> same = places.get(before.question());
      if (same != null && !same.isEmpty()) {
        int place = same.remove();
        used.add(place);
        Call now = calls.get(place);
        merged.add(SameAnswer.says(before.response(), now.response()) ? before : now);
      }
    }
    for (int i = 0; i < calls.size(); i++) {
      if (!used.contains(i)) {
        merged.add(calls.get(i));
      }
    }
    return new Track(name, prompts, merged);
  }
}
