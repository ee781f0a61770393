package dev.gatewayz.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds those that know each other in a ring: the strongly connected parts of who uses whom. */
public final class Rings {
  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Set<String>> rings = new ArrayList<>();

  private Rings(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  /** The rings of two members and more. */
  public static List<Set<String>> of(Map<String, Set<String>> uses) {
    Rings search = new Rings(uses);
    uses.keySet().forEach(search::visit);
    return search.rings;
  }

  /** Tarjan's algorithm. */
  private void visit(String one) {
    if (numbers.containsKey(one)) {
      return;
    }
    int number = numbers.size();
    numbers.put(one, number);
    lowest.put(one, number);
    open.push(one);
    for (String other : uses.get(one)) {
      if (uses.containsKey(other)) {
        boolean isNew = !numbers.containsKey(other);
        visit(other);
        if (isNew || open.contains(other)) {
          lowest.merge(one, lowest.get(other), Math::min);
        }
      }
    }
    if (lowest.get(one) == number) {
      Set<String> ring = new TreeSet<>();
      String member;
      do {
        member = open.pop();
        ring.add(member);
      } while (!member.equals(one));
      if (ring.size() > 1) {
        rings.add(ring);
      }
    }
  }
}
