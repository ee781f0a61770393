package dev.gatewayz.processor.model;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What annotations say about the model, how it is to answer, and how long that may take.
 *
 * @param model the model, with its prefix
 * @param fallbacks who else is asked; empty if that is not said
 * @param values numbers, texts and lists of {@link Attribute} by what they set
 * @param extra further members of the request
 * @param schema how models are told what a typed answer must look like, if that is said
 * @param acceptTruncated whether text that breaks off is an answer, if that is said
 * @param cache whether a provider is to keep what is constant, if that is said
 * @param deadlines milliseconds by phase
 */
public record Settings(
    Optional<Attribute<String>> model,
    Optional<List<Attribute<String>>> fallbacks,
    Map<Setting, Attribute<?>> values,
    List<Extra> extra,
    Optional<Attribute<SchemaForm>> schema,
    Optional<Attribute<Boolean>> acceptTruncated,
    Optional<Attribute<Boolean>> cache,
    Map<Deadline, Attribute<Integer>> deadlines) {

  /** Copies the collections. */
  public Settings {
    fallbacks = fallbacks.map(List::copyOf);
    values = sorted(Setting.class, Map.of(), values);
    extra = List.copyOf(extra);
    deadlines = sorted(Deadline.class, Map.of(), deadlines);
  }

  /** Nothing is said but how long an answer may take. */
  public static Settings of(Map<Deadline, Attribute<Integer>> deadlines) {
    return new Settings(
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        deadlines);
  }

  /** These, and of {@code defaults} what these leave open. */
  public Settings over(Settings defaults) {
    return new Settings(
        model.isPresent() ? model : defaults.model,
        fallbacks.isPresent() ? fallbacks : defaults.fallbacks,
        sorted(Setting.class, defaults.values, values),
        extraOver(defaults.extra),
        schema.isPresent() ? schema : defaults.schema,
        acceptTruncated.isPresent() ? acceptTruncated : defaults.acceptTruncated,
        cache.isPresent() ? cache : defaults.cache,
        sorted(Deadline.class, defaults.deadlines, deadlines));
  }

  private List<Extra> extraOver(List<Extra> defaults) {
    Set<String> own = extra.stream().map(e -> e.name().value()).collect(Collectors.toSet());
    return Stream.concat(
            defaults.stream().filter(e -> !own.contains(e.name().value())), extra.stream())
        .toList();
  }

  /** These without what the attributes of these names set; model and deadlines stay. */
  public Settings without(Set<String> attributes) {
    Map<Setting, Attribute<?>> kept = new EnumMap<>(Setting.class);
    values.forEach(
        (setting, value) -> {
          if (!attributes.contains(setting.attribute())) {
            kept.put(setting, value);
          }
        });
    return new Settings(
        model,
        fallbacks.filter(f -> !attributes.contains("fallbacks")),
        kept,
        attributes.contains("extra") ? List.of() : extra,
        schema.filter(s -> !attributes.contains("schema")),
        acceptTruncated.filter(a -> !attributes.contains("acceptTruncated")),
        cache.filter(c -> !attributes.contains("cache")),
        deadlines);
  }

  /** The names of the attributes that are set, which {@link #without} can undo. */
  public Set<String> attributes() {
    Set<String> names = new HashSet<>();
    values.keySet().forEach(setting -> names.add(setting.attribute()));
    fallbacks.ifPresent(f -> names.add("fallbacks"));
    schema.ifPresent(s -> names.add("schema"));
    acceptTruncated.ifPresent(a -> names.add("acceptTruncated"));
    cache.ifPresent(c -> names.add("cache"));
    if (!extra.isEmpty()) {
      names.add("extra");
    }
    return names;
  }

  private static <K extends Enum<K>, V> Map<K, V> sorted(
      Class<K> keys, Map<K, V> defaults, Map<K, V> values) {
    Map<K, V> sorted = new EnumMap<>(keys);
    sorted.putAll(defaults);
    sorted.putAll(values);
    return sorted;
  }
}
