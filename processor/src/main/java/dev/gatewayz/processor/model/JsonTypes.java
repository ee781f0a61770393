package dev.gatewayz.processor.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which Java types can be written as JSON, and which contain themselves. */
public final class JsonTypes {
  private static final int DEEPEST = 20;

  /** A generic type can contain itself with ever longer type arguments. */
  private static final int LONGEST = 2_000;

  private JsonTypes() {}

  /** The type inside {@code type} that JSON cannot express, if there is one. */
  public static Optional<JavaType> inexpressible(JavaType type) {
    return inexpressible(type, new HashSet<>(), 0);
  }

  private static Optional<JavaType> inexpressible(JavaType type, Set<Object> seen, int depth) {
    Kind kind = type.kind();
    if (depth > DEEPEST
        || type.name().toString().length() > LONGEST
        || kind == Kind.ONCE
        || kind == Kind.OTHER_MAP
        || kind.isPassedOn()) {
      return Optional.of(type);
    }
    if (hasComponent(kind)) {
      return inexpressible(type.component(), seen, depth + 1);
    }
    if (kind != Kind.OBJECT || !seen.add(type.name())) {
      return Optional.empty();
    }
    List<Property> data = type.data();
    return data.isEmpty()
        ? Optional.of(type)
        : data.stream().flatMap(p -> inexpressible(p.type(), seen, depth + 1).stream()).findFirst();
  }

  /** Whether a part of {@code type}, at any depth, is of the type {@code type} itself. */
  public static boolean isRecursive(JavaType type) {
    return contains(type, type, new HashSet<>());
  }

  private static boolean contains(JavaType type, JavaType wanted, Set<Object> seen) {
    if (hasComponent(type.kind())) {
      return isOrContains(type.component(), wanted, seen);
    }
    return type.kind() == Kind.OBJECT
        && seen.add(type.name())
        && type.data().stream().anyMatch(p -> isOrContains(p.type(), wanted, seen));
  }

  private static boolean isOrContains(JavaType type, JavaType wanted, Set<Object> seen) {
    return type.name().equals(wanted.name()) || contains(type, wanted, seen);
  }

  private static boolean hasComponent(Kind kind) {
    return kind == Kind.OPTIONAL || kind == Kind.MAP || kind.hasElements();
  }
}
