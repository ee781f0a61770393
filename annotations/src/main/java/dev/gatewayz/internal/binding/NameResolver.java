package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a name means: its first part in the nearest scope that has it, every further part in
 * the value before it.
 */
final class NameResolver {
  /** What a map tells of itself; every other name is a key. */
  private static final Set<String> OF_MAPS = Set.of("entrySet", "keySet", "isEmpty");

  private final Mistakes mistakes;
  private final Set<String> names = new HashSet<>();

  NameResolver(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Every part of a name that was looked for. */
  Set<String> names() {
    return names;
  }

  /** All meanings, the first to be preferred; none if that was reported. */
  List<Resolution> find(Name name, Scope scope, Place place) {
    List<Resolution> meanings = new ArrayList<>();
    names.addAll(name.parts());
    if (name.isDot()) {
      if (scope.self().isEmpty()) {
        mistakes.dotOutside(place, scope);
      }
      scope.self().ifPresent(self -> meanings.add(new Resolution(List.of(), List.of(), self)));
      return meanings;
    }
    String first = name.first();
    for (Optional<Scope> s = scope.here(); s.isPresent(); s = s.get().outer()) {
      Optional<Value> head = s.get().own(first);
      if (head.isPresent()) {
        walk(head.get(), List.of(), name, scope, place).ifPresent(meanings::add);
        return meanings;
      }
      s.get()
          .map()
          .ifPresent(
              map -> {
                Condition hasKey = new Condition(Condition.Test.HAS_KEY, map.expression(), first);
                walk(map.entry(first, first), List.of(hasKey), name, scope, place)
                    .ifPresent(meanings::add);
              });
    }
    if (meanings.isEmpty()) {
      mistakes.unknownName(name, place, scope);
    }
    return meanings;
  }

  private Optional<Resolution> walk(
      Value head, List<Condition> keys, Name name, Scope scope, Place place) {
    List<Condition> guards = new ArrayList<>();
    Value value = scope.refine(head);
    for (String part : name.parts().subList(1, name.parts().size())) {
      Optional<Value> owner = present(value, guards, place);
      if (owner.isEmpty()) {
        return Optional.empty();
      }
      Value at = owner.get();
      String label = at.label() + "." + part;
      if (at.type().kind() == Kind.MAP && !OF_MAPS.contains(part)) {
        value = at.entry(part, label);
      } else {
        Optional<Value> property = at.property(part, label);
        if (property.isEmpty()) {
          mistakes.unknownProperty(at, part, place);
          return Optional.empty();
        }
        value = property.get();
      }
      value = scope.refine(value);
    }
    return Optional.of(new Resolution(keys, guards, value));
  }

  /** The value itself, behind all that may keep it from being there. */
  Optional<Value> present(Value value, List<Condition> guards, Place place) {
    Value present = value;
    while (true) {
      if (present.isEntry()) {
        guards.add(new Condition(Condition.Test.NOT_NULL, present.expression()));
        present = present.present();
      } else if (present.type().isNullable()) {
        mistakes.nullable(present, place);
        return Optional.empty();
      } else if (present.type().kind().isOptional()) {
        guards.add(new Condition(Condition.Test.PRESENT, present.expression()));
        present = present.content();
      } else {
        return Optional.of(present);
      }
    }
  }
}
