package dev.gatewayz.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Types as people write them: without packages and annotations. */
public final class TypeText {
  private final Function<ClassName, String> names;

  private TypeText(Function<ClassName, String> names) {
    this.names = names;
  }

  /**
   * Types of the JDK by their full nested names, as in {@code Flow.Publisher}; others by the last.
   */
  public static String display(TypeName type) {
    return new TypeText(
            name -> name.packageName().startsWith("java.") ? nested(name) : name.simpleName())
        .of(type);
  }

  /** For schemas, letters and digits only: servers take those of ASCII alone, and not none. */
  public static String inSchema(TypeName type) {
    String name = display(type).replace("[]", "Array").replaceAll("\\W+", "_");
    String trimmed = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    String known = trimmed.replace("_", "").isEmpty() ? "Type" : trimmed;
    return known.length() > 64 ? known.substring(0, 64) : known;
  }

  /** All types by their full nested names. */
  public static String nested(TypeName type) {
    return new TypeText(TypeText::nested).of(type);
  }

  /** A type by its full nested name, without what it holds. */
  public static String raw(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return raw(array.componentType()) + "[]";
    }
    return nested(type instanceof ParameterizedTypeName generic ? generic.rawType() : type);
  }

  private static String nested(ClassName name) {
    return String.join(".", name.simpleNames());
  }

  private String of(TypeName type) {
    if (type instanceof ClassName name) {
      return names.apply(name);
    }
    if (type instanceof ArrayTypeName array) {
      return of(array.componentType()) + "[]";
    }
    if (type instanceof ParameterizedTypeName parameterized) {
      return parameterized.typeArguments().stream()
          .map(this::of)
          .collect(Collectors.joining(", ", of(parameterized.rawType()) + "<", ">"));
    }
    return type instanceof WildcardTypeName wildcard ? wildcard(wildcard) : type.toString();
  }

  private String wildcard(WildcardTypeName wildcard) {
    if (!wildcard.lowerBounds().isEmpty()) {
      return "? super " + of(wildcard.lowerBounds().get(0));
    }
    TypeName bound = wildcard.upperBounds().get(0);
    return bound.equals(ClassName.OBJECT) ? "?" : "? extends " + of(bound);
  }
}
