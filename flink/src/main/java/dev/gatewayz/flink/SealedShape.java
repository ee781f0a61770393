package dev.gatewayz.flink;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member of a sealed interface, with its name beside it. Immutable. */
record SealedShape(Map<String, Shape> members, Map<Class<?>, String> names) implements Shape {
  /** By whose name a member is told. */
  private static final String KIND = "@kind";

  @Override
  public @Nullable Object toTree(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    String name = Objects.requireNonNull(names.get(value.getClass()));
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put(KIND, name);
    tree.put("value", Objects.requireNonNull(members.get(name)).toTree(value));
    return tree;
  }

  @Override
  public @Nullable Object fromTree(@Nullable Object node, String path) {
    if (node == null) {
      return null;
    }
    Object kind = node instanceof Map<?, ?> tree ? tree.get(KIND) : null;
    Shape member = kind == null ? null : members.get(kind);
    if (member == null) {
      throw Shape.unfit(path + " (" + kind + ")", node, "one of " + members.keySet());
    }
    return member.fromTree(((Map<?, ?>) Objects.requireNonNull(node)).get("value"), path);
  }
}
