package dev.gatewayz.flink;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that has a form of its own in trees. Immutable. */
record ConvertedShape(
    Class<?> type, Function<Object, Object> write, Class<?> form, Function<Object, Object> read)
    implements Shape {
  @Override
  public @Nullable Object toTree(@Nullable Object value) {
    return value == null ? null : write.apply(value);
  }

  @Override
  public @Nullable Object fromTree(@Nullable Object node, String path) {
    if (node == null && !type.isPrimitive()) {
      return null;
    }
    if (!form.isInstance(node)) {
      throw Shape.unfit(path, node, "a " + type.getSimpleName());
    }
    return read.apply(Objects.requireNonNull(node));
  }
}
