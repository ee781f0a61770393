package dev.gatewayz.eval.internal.cases;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a record is read from an object: its components by name, and its constructor. */
final class RecordShape {
  private final Class<?> type;
  private final RecordComponent[] components;
  private final Constructor<?> constructor;

  private RecordShape(Class<?> type) {
    this.type = type;
    components = type.getRecordComponents();
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException | InaccessibleObjectException e) {
      throw new IllegalArgumentException(
          "The record "
              + type.getName()
              + " cannot be made. Open its package to the module dev.gatewayz.eval.",
          e);
    }
  }

  static RecordShape of(Class<?> type) {
    return new RecordShape(type);
  }

  Object read(Object json, String path) {
    if (!(json instanceof Map<?, ?> object)) {
      throw Binder.expected("an object", json, path);
    }
    List<@Nullable Object> arguments = new ArrayList<>();
    for (RecordComponent component : components) {
      String name = name(component);
      boolean isOptional = component.getType() == Optional.class || isNullable(component);
      if (object.get(name) == null && isOptional) {
        arguments.add(component.getType() == Optional.class ? Optional.empty() : null);
      } else if (object.containsKey(name)) {
        arguments.add(
            Binder.bind(component.getGenericType(), object.get(name), Binder.child(path, name)));
      } else {
        throw new Mismatch(
            Binder.at(path)
                + "\""
                + name
                + "\" is missing, which "
                + type.getSimpleName()
                + " needs; there "
                + (object.size() == 1 ? "is " : "are ")
                + object.keySet()
                + ".");
      }
    }
    return make(arguments, path);
  }

  private Object make(List<@Nullable Object> arguments, String path) {
    try {
      return constructor.newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      throw new Mismatch(
          Binder.at(path) + type.getSimpleName() + " does not accept it: " + e.getCause() + ".");
    } catch (ReflectiveOperationException e) {
      throw new Mismatch(Binder.at(path) + type.getName() + " cannot be made: " + e + ".");
    }
  }

  private static boolean isNullable(RecordComponent component) {
    return has(component.getAnnotations(), "Nullable")
        || has(component.getAnnotatedType().getAnnotations(), "Nullable")
        || (component.getGenericType() instanceof ParameterizedType generic
            && generic.getRawType() == Optional.class);
  }

  private static boolean has(Annotation[] annotations, String simpleName) {
    return Arrays.stream(annotations)
        .anyMatch(one -> one.annotationType().getSimpleName().equals(simpleName));
  }

  /** The component's own name, or that of an annotation {@code JsonProperty}. */
  private static String name(RecordComponent component) {
    for (Annotation annotation : component.getAccessor().getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("JsonProperty")) {
        try {
          Object value = annotation.annotationType().getMethod("value").invoke(annotation);
          return String.valueOf(value).isEmpty() ? component.getName() : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
          return component.getName();
        }
      }
    }
    return component.getName();
  }
}
