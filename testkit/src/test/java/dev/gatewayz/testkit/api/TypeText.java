package dev.gatewayz.testkit.api;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as text: with their arguments, and with a {@code ?} behind those that may be null. */
final class TypeText {
  private TypeText() {}

  static String of(AnnotatedType type) {
    return base(type) + (isNullable(type) ? "?" : "");
  }

  private static String base(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      return of(array.getAnnotatedGenericComponentType()) + "[]";
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      if (wildcard.getAnnotatedLowerBounds().length > 0) {
        return "? super " + of(wildcard.getAnnotatedLowerBounds()[0]);
      }
      String upper = of(wildcard.getAnnotatedUpperBounds()[0]);
      return upper.equals("java.lang.Object") ? "?" : "? extends " + upper;
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      String raw = ((ParameterizedType) generic.getType()).getRawType().getTypeName();
      return Arrays.stream(generic.getAnnotatedActualTypeArguments())
          .map(TypeText::of)
          .collect(Collectors.joining(", ", raw + "<", ">"));
    }
    return type.getType().getTypeName();
  }

  /** The parameters of a generic type or method, or nothing. */
  static String parameters(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Stream.of(variables).map(TypeText::parameter).collect(Collectors.joining(", ", "<", ">"));
  }

  private static String parameter(TypeVariable<?> variable) {
    String bounds =
        Arrays.stream(variable.getAnnotatedBounds())
            .map(TypeText::of)
            .filter(bound -> !bound.equals("java.lang.Object"))
            .collect(Collectors.joining(" & "));
    return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
  }

  private static boolean isNullable(AnnotatedElement element) {
    return Stream.of(element.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
  }
}
