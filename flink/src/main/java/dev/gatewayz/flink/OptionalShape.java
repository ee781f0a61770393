package dev.gatewayz.flink;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value or none; none where older values do not have it. Immutable. */
record OptionalShape(Shape value) implements Shape {
  @Override
  public @Nullable Object toTree(@Nullable Object optional) {
    return optional == null ? null : value.toTree(((Optional<?>) optional).orElse(null));
  }

  @Override
  public Object fromTree(@Nullable Object node, String path) {
    return Optional.ofNullable(node == null ? null : value.fromTree(node, path));
  }

  @Override
  public Object absent(String path) {
    return Optional.empty();
  }
}
