package dev.gatewayz.flink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map, as its keys and values in turn. Immutable. */
record MapShape(Shape key, Shape value) implements Shape {
  @Override
  public @Nullable Object toTree(@Nullable Object map) {
    if (map == null) {
      return null;
    }
    List<@Nullable Object> entries = new ArrayList<>();
    ((Map<?, ?>) map)
        .forEach(
            (name, member) -> {
              entries.add(key.toTree(name));
              entries.add(value.toTree(member));
            });
    return entries;
  }

  @Override
  public @Nullable Object fromTree(@Nullable Object node, String path) {
    if (node == null) {
      return null;
    }
    if (!(node instanceof List<?> entries)) {
      throw Shape.unfit(path, node, "a map");
    }
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i + 1 < entries.size(); i += 2) {
      Object name = key.fromTree(entries.get(i), path + " key");
      map.put(name, value.fromTree(entries.get(i + 1), path + "[" + name + "]"));
    }
    return map;
  }

  @Override
  public Object absent(String path) {
    return Map.of();
  }
}
