package dev.gatewayz.processor.read;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The properties that JSON goes without.
 *
 * @param ignored those left out
 * @param included the only ones that are not, if that is how it is said
 */
record Omitted(Set<String> ignored, Optional<Set<String>> included) {
  static final Omitted NOTHING = new Omitted(Set.of(), Optional.empty());

  Omitted {
    ignored = Set.copyOf(ignored);
    included = included.map(Set::copyOf);
  }

  /** Whether a property is left out, by either of the names that Java and JSON have for it. */
  boolean has(String java, String json) {
    return ignored.contains(java)
        || ignored.contains(json)
        || included.filter(names -> !names.contains(json)).isPresent();
  }

  /** What one of the two leaves out. */
  Omitted and(Omitted other) {
    if (equals(NOTHING)) {
      return other;
    }
    Set<String> both = new HashSet<>(ignored);
    both.addAll(other.ignored);
    Optional<Set<String>> shared =
        included
            .map(
                names -> {
                  Set<String> left = new HashSet<>(names);
                  other.included.ifPresent(left::retainAll);
                  return left;
                })
            .or(other::included);
    return new Omitted(both, shared);
  }
}
