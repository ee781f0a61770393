package dev.gatewayz.processor.model;

import java.util.Set;

/**
 * Names that mean something where the generated class stands: it inherits them, or they lie beside
 * it.
 *
 * @param types simple names of types that the interface declares or inherits
 * @param constants names of constants that it declares or inherits
 * @param methods names of methods that it declares or inherits
 * @param neighbours simple names of types of the package that are hidden by those types, or hide
 *     those of {@code java.lang}
 */
public record Surroundings(
    Set<String> types, Set<String> constants, Set<String> methods, Set<String> neighbours) {

  /** Copies the sets. */
  public Surroundings {
    types = Set.copyOf(types);
    constants = Set.copyOf(constants);
    methods = Set.copyOf(methods);
    neighbours = Set.copyOf(neighbours);
  }
}
