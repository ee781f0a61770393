package dev.gatewayz.internal.binding;

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
    return inexpressible(type, false, new HashSet<>(), 0);
  }

  /** What is said of a union is more than its variants have: one of them may have nothing. */
  private static Optional<JavaType> inexpressible(
      JavaType type, boolean isVariant, Set<Object> seen, int depth) {
    Kind kind = type.jsonKind();
    if (depth > DEEPEST
        || type.name().toString().length() > LONGEST
        || kind == Kind.ONCE
        || kind == Kind.OTHER_MAP
        || kind.isPassedOn()) {
      return Optional.of(type);
    }
    if (type.jsonValue().isEmpty() && hasComponent(kind)) {
      return inexpressible(type.component(), false, seen, depth + 1);
    }
    if (!hasParts(type) || !seen.add(type.jsonKey())) {
      return Optional.empty();
    }
    List<Property> parts = parts(type);
    return parts.isEmpty() && !isVariant && !type.isEmptyRecord()
        ? Optional.of(type)
        : parts.stream()
            .flatMap(p -> inexpressible(p.type(), isUnion(type), seen, depth + 1).stream())
            .findFirst();
  }

  /**
   * What to use instead of a type that JSON cannot express.
   *
   * @param use what is done with it, as in {@code Return}
   */
  public static String advice(JavaType type, String use) {
    if (!type.isReadable()) {
      return use + " a record of what may be shown.";
    }
    return switch (type.kind()) {
      case ONCE ->
          use
              + " what comes out of it, as a value or a List"
              + (use.equals("Return") ? ", or a CompletableFuture of one." : ".");
      case OTHER_MAP -> use + " a Map whose keys are of type String.";
      case ITERABLE -> use + " a List, or its text, as in x.toString().";
      case TEXT -> use + " x.toString(), or give it getters: its own text is not JSON.";
      case OBJECT ->
          use
              + (type.display().equals("Object")
                  ? " the type you mean."
                  : " a record, or add getters.");
      default -> "";
    };
  }

  /** Whether a part of {@code type}, at any depth, is of the type {@code type} itself. */
  public static boolean isRecursive(JavaType type) {
    return contains(type, type, new HashSet<>());
  }

  private static boolean contains(JavaType type, JavaType wanted, Set<Object> seen) {
    if (type.jsonValue().isEmpty() && hasComponent(type.kind())) {
      return isOrContains(type.component(), wanted, seen);
    }
    return hasParts(type)
        && seen.add(type.jsonKey())
        && parts(type).stream().anyMatch(p -> isOrContains(p.type(), wanted, seen));
  }

  private static boolean isOrContains(JavaType type, JavaType wanted, Set<Object> seen) {
    return type.jsonKey().equals(wanted.jsonKey()) || contains(type, wanted, seen);
  }

  private static boolean hasParts(JavaType type) {
    return type.jsonKind() == Kind.OBJECT || type.jsonValue().isPresent();
  }

  /** What JSON writes of an object, whichever it is. */
  private static List<Property> parts(JavaType type) {
    return type.jsonValue()
        .map(List::of)
        .or(() -> type.union().map(Union::variants))
        .orElseGet(type::data);
  }

  private static boolean isUnion(JavaType type) {
    return type.jsonValue().isEmpty() && type.union().isPresent();
  }

  private static boolean hasComponent(Kind kind) {
    return kind == Kind.OPTIONAL || kind == Kind.MAP || kind.hasElements();
  }
}
