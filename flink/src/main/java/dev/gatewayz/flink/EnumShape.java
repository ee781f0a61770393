package dev.gatewayz.flink;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A constant of an enum, by its name. Immutable. */
record EnumShape(Class<?> type) implements Shape {
  @Override
  public @Nullable Object toTree(@Nullable Object value) {
    return value == null ? null : ((Enum<?>) value).name();
  }

  @Override
  public @Nullable Object fromTree(@Nullable Object node, String path) {
    if (node == null) {
      return null;
    }
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(node)) {
        return constant;
      }
    }
    throw Shape.unfit(
        path + " (\"" + node + "\")", node, "one of " + Arrays.toString(type.getEnumConstants()));
  }
}
