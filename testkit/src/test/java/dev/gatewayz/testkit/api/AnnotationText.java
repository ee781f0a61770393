package dev.gatewayz.testkit.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Annotations and their values as text, the same on every Java. */
final class AnnotationText {
  private AnnotationText() {}

  static String of(Annotation annotation) {
    return "@"
        + annotation.annotationType().getSimpleName()
        + Stream.of(annotation.annotationType().getDeclaredMethods())
            .map(member -> member.getName() + " = " + value(read(annotation, member)))
            .sorted()
            .collect(Collectors.joining(", ", "(", ")"))
            .replace("()", "");
  }

  private static Object read(Annotation annotation, Method member) {
    try {
      return member.invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A value of an annotation: a constant, a type, an annotation or an array of these. */
  static String value(Object value) {
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> value(Array.get(value, i)))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Annotation annotation) {
      return of(annotation);
    }
    if (value instanceof Class<?> type) {
      return type.getName() + ".class";
    }
    return value instanceof Enum<?> constant ? constant.name() : Constant.text(value);
  }
}
