package dev.gatewayz.testkit.api;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;

/** The value of a field that compilers copy into the classes that use it. */
final class Constant {
  private Constant() {}

  static Optional<String> of(Field field) {
    boolean copied =
        Modifier.isStatic(field.getModifiers())
            && Modifier.isFinal(field.getModifiers())
            && (field.getType().isPrimitive() || field.getType() == String.class);
    if (!copied) {
      return Optional.empty();
    }
    try {
      return Optional.of(text(field.get(null)));
    } catch (IllegalAccessException e) {
      return Optional.empty(); // of a superclass that nobody can name, or protected
    }
  }

  static String text(Object value) {
    if (!(value instanceof String text)) {
      return String.valueOf(value);
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
