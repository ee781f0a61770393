package dev.gatewayz.benchmarks.process;

import java.util.HashMap;
import java.util.Map;

/**
 * What a process answered.
 *
 * @param values by name
 */
public record Figures(Map<String, Long> values) {

  /** Reads figures of the form {@code name=value}. */
  public static Figures of(String line) {
    Map<String, Long> values = new HashMap<>();
    for (String word : line.split(" ", -1)) {
      int equals = word.indexOf('=');
      values.put(word.substring(0, equals), Long.parseLong(word.substring(equals + 1)));
    }
    return new Figures(values);
  }

  /** One of them. */
  public double get(String name) {
    Long value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name + " in " + values);
    }
    return value;
  }
}
