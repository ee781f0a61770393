package dev.gatewayz.flink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list or a set. Immutable. */
record CollectionShape(Shape element, boolean isSet) implements Shape {
  @Override
  public @Nullable Object toTree(@Nullable Object value) {
    return value == null ? null : ((Collection<?>) value).stream().map(element::toTree).toList();
  }

  @Override
  public @Nullable Object fromTree(@Nullable Object node, String path) {
    if (node == null) {
      return null;
    }
    if (!(node instanceof List<?> nodes)) {
      throw Shape.unfit(path, node, isSet ? "a set" : "a list");
    }
    Collection<@Nullable Object> elements = isSet ? new LinkedHashSet<>() : new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      elements.add(element.fromTree(nodes.get(i), path + "[" + i + "]"));
    }
    return elements;
  }

  @Override
  public Object absent(String path) {
    return isSet ? Set.of() : List.of();
  }
}
