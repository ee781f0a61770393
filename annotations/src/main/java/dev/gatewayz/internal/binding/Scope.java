package dev.gatewayz.internal.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at one place of a template: the value of the section around it, and all that is
 * around that. Immutable.
 */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Value> names;
  private final @Nullable Value self;
  private final Map<Expression, Value> known;

  private Scope(
      @Nullable Scope outer,
      Map<String, Value> names,
      @Nullable Value self,
      Map<Expression, Value> known) {
    this.outer = outer;
    this.names = names;
    this.self = self;
    this.known = known;
  }

  /** The outermost scope: names, and the value of {@code .} if there is one. */
  static Scope of(Map<String, Value> names, Optional<Value> self) {
    return new Scope(null, names, self.orElse(null), Map.of());
  }

  /** A section over {@code value}. */
  Scope enter(Value value) {
    return new Scope(this, Map.of(), value, known);
  }

  /** From here on, {@code value} stands for {@code expression}. */
  Scope know(Expression expression, Value value) {
    Map<Expression, Value> more = new LinkedHashMap<>(known);
    more.put(expression, value);
    return new Scope(outer, names, self, more);
  }

  /** What is known of a value here. */
  Value refine(Value value) {
    Value better = known.get(value.expression());
    return better == null ? value : better;
  }

  /** This scope, to walk outwards from. */
  Optional<Scope> here() {
    return Optional.of(this);
  }

  /** The next scope outwards. */
  Optional<Scope> outer() {
    return Optional.ofNullable(outer);
  }

  /** The value of the section, or of {@code .} outside all sections. */
  Optional<Value> self() {
    return Optional.ofNullable(self);
  }

  /** The map that this section is over, if it is over one. */
  Optional<Value> map() {
    return outer == null ? Optional.empty() : self().filter(v -> v.type().kind() == Kind.MAP);
  }

  /** Whether names may mean properties of the section's value. */
  boolean hasProperties() {
    return outer != null
        && self != null
        && self.type().kind().isScope()
        && self.type().kind() != Kind.MAP;
  }

  /** The value of the nearest meaning of a name that is known while it is compiled. */
  Optional<Value> find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Optional<Value> own = scope.own(name);
      if (own.isPresent()) {
        return own;
      }
    }
    return Optional.empty();
  }

  /** What this scope alone knows of a name. */
  Optional<Value> own(String name) {
    Value named = names.get(name);
    if (named != null || !hasProperties()) {
      return Optional.ofNullable(named);
    }
    return self().flatMap(value -> value.property(name, name));
  }

  /** Every name that means something here, innermost first. */
  List<String> visible() {
    List<String> visible = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.hasProperties()) {
        visible.addAll(scope.self().orElseThrow().type().properties());
      }
      visible.addAll(scope.names.keySet());
    }
    return visible.stream().distinct().toList();
  }
}
