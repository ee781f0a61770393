package dev.gatewayz.spring;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what is wrong with a value say which property has it. */
final class Property {
  private Property() {}

  /** Hands a value over, if there is one. */
  static <T> void set(String name, @Nullable T value, Consumer<T> setter) {
    if (value != null) {
      try {
        setter.accept(value);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + " is " + value + ". " + e.getMessage(), e);
      }
    }
  }

  /** What is made of the properties below a name. */
  static <T> T below(String name, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + "." + e.getMessage(), e);
    }
  }
}
