package dev.gatewayz.processor.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a catalogue says of a model. What it does not say is empty, and nothing follows from it.
 *
 * @param window how many tokens prompt and answer may have together
 * @param longestAnswer how many tokens an answer may have
 * @param promptPrice US dollars for a token of the prompt
 * @param capabilities what it can and cannot do, by wire names
 * @param parameters the wire names of the members of a request that it takes
 * @param inputs what goes in, as in {@code image}
 */
public record ModelFacts(
    Optional<Long> window,
    Optional<Long> longestAnswer,
    Optional<BigDecimal> promptPrice,
    Map<String, Boolean> capabilities,
    Set<String> parameters,
    Set<String> inputs) {

  /** Copies the collections. */
  public ModelFacts {
    capabilities = Map.copyOf(capabilities);
    parameters = Set.copyOf(parameters);
    inputs = Set.copyOf(inputs);
  }

  /** The most tokens of an answer. */
  public Optional<Long> mostTokens() {
    return longestAnswer.or(() -> window);
  }

  /** Whether it is said that it does not call tools. */
  public boolean lacksTools() {
    Boolean has = capabilities.get("tools");
    return has == null ? lacks(Set.of("tools")) : !has;
  }

  /** Whether it is said that it follows no JSON Schema. */
  public boolean lacksSchema() {
    return lacks(Set.of("structured_outputs", "response_format"));
  }

  /** Whether it is said that it reads nothing but text. */
  public boolean lacksParts() {
    return inputs.isEmpty()
        ? Boolean.FALSE.equals(capabilities.get("vision"))
        : inputs.equals(Set.of("text"));
  }

  private boolean lacks(Set<String> oneOf) {
    return !parameters.isEmpty() && oneOf.stream().noneMatch(parameters::contains);
  }

  /** Of a model that several providers have: the gateway may ask the one that can. */
  public ModelFacts or(ModelFacts other) {
    Map<String, Boolean> common = new HashMap<>();
    capabilities.forEach(
        (name, can) -> {
          if (other.capabilities.containsKey(name)) {
            common.put(name, can || other.capabilities.getOrDefault(name, false));
          }
        });
    return new ModelFacts(
        both(window, other.window).map(w -> Math.max(w.get(0), w.get(1))),
        both(longestAnswer, other.longestAnswer).map(w -> Math.max(w.get(0), w.get(1))),
        both(promptPrice, other.promptPrice).map(p -> p.get(0).min(p.get(1))),
        common,
        union(parameters, other.parameters),
        union(inputs, other.inputs));
  }

  /** What only one of them says is unknown of the other. */
  private static <T> Optional<List<T>> both(Optional<T> a, Optional<T> b) {
    return a.flatMap(first -> b.map(second -> List.of(first, second)));
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Set.of();
    }
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }
}
