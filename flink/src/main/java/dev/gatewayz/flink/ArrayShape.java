package dev.gatewayz.flink;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of anything but bytes. Immutable. */
record ArrayShape(Class<?> type, Shape element) implements Shape {
  @Override
  public @Nullable Object toTree(@Nullable Object array) {
    if (array == null) {
      return null;
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(element.toTree(Array.get(array, i)));
    }
    return elements;
  }

  @Override
  public @Nullable Object fromTree(@Nullable Object node, String path) {
    if (node == null) {
      return null;
    }
    if (!(node instanceof List<?> nodes)) {
      throw Shape.unfit(path, node, "an array");
    }
    Object array = Array.newInstance(type, nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      Array.set(array, i, element.fromTree(nodes.get(i), path + "[" + i + "]"));
    }
    return array;
  }
}
