package dev.gatewayz.processor.model;

import java.math.BigDecimal;
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
}
