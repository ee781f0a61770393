package dev.gatewayz.internal.call;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait, in lanes that take turns: within a lane whoever came first is first, and a lane
 * with few does not wait for one with many. Not thread-safe.
 */
final class FairQueue<T> {
  /** The lane at the front is next; one without anybody is not kept. */
  private final LinkedHashMap<String, ArrayDeque<T>> lanes = new LinkedHashMap<>();

  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Waits at the end of a lane. */
  void add(String lane, T one) {
    lane(lane).addLast(one);
    size++;
  }

  /** Waits at the front of a lane. */
  void addFirst(String lane, T one) {
    lane(lane).addFirst(one);
    size++;
  }

  private ArrayDeque<T> lane(String lane) {
    return lanes.computeIfAbsent(lane, name -> new ArrayDeque<>());
  }

  /** Whose turn it is, {@code null} if nobody waits. */
  @Nullable T peek() {
    return lanes.isEmpty() ? null : lanes.values().iterator().next().peek();
  }

  /** Takes the one whose turn it is, {@code null} if nobody waits. */
  @Nullable T poll() {
    Iterator<Map.Entry<String, ArrayDeque<T>>> first = lanes.entrySet().iterator();
    if (!first.hasNext()) {
      return null;
    }
    Map.Entry<String, ArrayDeque<T>> lane = first.next();
    first.remove();
    ArrayDeque<T> those = lane.getValue();
    T one = those.poll();
    if (!those.isEmpty()) {
      lanes.put(lane.getKey(), those);
    }
    size--;
    return one;
  }

  /** No longer waits. */
  void remove(String lane, T one) {
    ArrayDeque<T> those = lanes.get(lane);
    if (those != null && those.remove(one)) {
      size--;
      if (those.isEmpty()) {
        lanes.remove(lane);
      }
    }
  }
}
