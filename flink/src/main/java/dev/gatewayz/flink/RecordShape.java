package dev.gatewayz.flink;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record, by the names of its components. Immutable. */
record RecordShape(Constructor<?> constructor, List<Part> parts) implements Shape {

  /** A component. */
  record Part(String name, Method accessor, Shape shape) {}

  @Override
  public @Nullable Object toTree(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Part part : parts) {
      members.put(part.name, part.shape.toTree(read(part, value)));
    }
    return members;
  }

  private static @Nullable Object read(Part part, Object value) {
    try {
      return part.accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable Object fromTree(@Nullable Object node, String path) {
    if (node == null) {
      return null;
    }
    if (!(node instanceof Map<?, ?> members)) {
      throw Shape.unfit(path, node, "a " + constructor.getDeclaringClass().getSimpleName());
    }
    @Nullable Object[] arguments = new @Nullable Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      Part part = parts.get(i);
      String at = path + "." + part.name;
      arguments[i] =
          members.containsKey(part.name)
              ? part.shape.fromTree(members.get(part.name), at)
              : part.shape.absent(at);
    }
    return Reflective.of(() -> constructor.newInstance(arguments));
  }
}
