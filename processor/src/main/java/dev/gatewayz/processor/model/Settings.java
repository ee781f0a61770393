package dev.gatewayz.processor.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an annotation says about the model and how it is to answer.
 *
 * @param model the model, with its prefix
 * @param values numbers, texts and lists of {@link Attribute} by what they set
 */
public record Settings(Optional<Attribute<String>> model, Map<Setting, Attribute<?>> values) {

  /** Nothing is set. */
  public static final Settings NONE = new Settings(Optional.empty(), Map.of());

  /** Copies the map. */
  public Settings {
    Map<Setting, Attribute<?>> sorted = new EnumMap<>(Setting.class);
    sorted.putAll(values);
    values = sorted;
  }

  /** These, and of {@code defaults} what these leave open. */
  public Settings over(Settings defaults) {
    Map<Setting, Attribute<?>> merged = new EnumMap<>(Setting.class);
    merged.putAll(defaults.values);
    merged.putAll(values);
    return new Settings(model.isPresent() ? model : defaults.model, merged);
  }
}
