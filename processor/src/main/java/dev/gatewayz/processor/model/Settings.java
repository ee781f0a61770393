package dev.gatewayz.processor.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What annotations say about the model, how it is to answer, and how long that may take.
 *
 * @param model the model, with its prefix
 * @param fallbacks who else is asked; empty if that is not said
 * @param values numbers, texts and lists of {@link Attribute} by what they set
 * @param deadlines milliseconds by phase
 */
public record Settings(
    Optional<Attribute<String>> model,
    Optional<List<Attribute<String>>> fallbacks,
    Map<Setting, Attribute<?>> values,
    Map<Deadline, Attribute<Integer>> deadlines) {

  /** Copies the collections. */
  public Settings {
    fallbacks = fallbacks.map(List::copyOf);
    values = sorted(Setting.class, Map.of(), values);
    deadlines = sorted(Deadline.class, Map.of(), deadlines);
  }

  /** These, and of {@code defaults} what these leave open. */
  public Settings over(Settings defaults) {
    return new Settings(
        model.isPresent() ? model : defaults.model,
        fallbacks.isPresent() ? fallbacks : defaults.fallbacks,
        sorted(Setting.class, defaults.values, values),
        sorted(Deadline.class, defaults.deadlines, deadlines));
  }

  private static <K extends Enum<K>, V> Map<K, V> sorted(
      Class<K> keys, Map<K, V> defaults, Map<K, V> values) {
    Map<K, V> sorted = new EnumMap<>(keys);
    sorted.putAll(defaults);
    sorted.putAll(values);
    return sorted;
  }
}
