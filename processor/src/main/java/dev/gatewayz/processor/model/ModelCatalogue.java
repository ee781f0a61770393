package dev.gatewayz.processor.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The models that a gateway has.
 *
 * @param models what is known of each, by its name with its prefix
 */
public record ModelCatalogue(Map<String, ModelFacts> models) {
  /** No catalogue was given, so nothing is known. */
  public static final ModelCatalogue NONE = new ModelCatalogue(Map.of());

  /** Copies the map. */
  public ModelCatalogue {
    models = Collections.unmodifiableMap(new TreeMap<>(models));
  }

  /** What is known of a model. */
  public Optional<ModelFacts> of(String model) {
    return Optional.ofNullable(models.get(model));
  }

  /** Whether a catalogue was given that has no such model. */
  public boolean misses(String model) {
    return !models.isEmpty() && !models.containsKey(model);
  }

  /** The names of all. */
  public Set<String> names() {
    return models.keySet();
  }
}
