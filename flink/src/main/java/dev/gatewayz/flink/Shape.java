package dev.gatewayz.flink;

import org.jspecify.annotations.Nullable;

/** How values of one type become a {@link Tree} and back. Immutable. */
interface Shape {

  /** A value without its class. */
  @Nullable Object toTree(@Nullable Object value);

  /**
   * A value of it.
   *
   * @param path where it is, for errors
   * @throws IllegalStateException if it does not fit, with the path
   */
  @Nullable Object fromTree(@Nullable Object node, String path);

  /**
   * What stands for a component that older values do not have.
   *
   * @throws IllegalStateException if nothing does
   */
  default @Nullable Object absent(String path) {
    throw new IllegalStateException(
        path
            + " is new: values of the checkpoint do not have it, and nothing is made up. Make it an"
            + " Optional or a collection, which are empty then.");
  }

  /** What is thrown for something that does not fit. */
  static IllegalStateException unfit(String path, @Nullable Object node, String wanted) {
    return new IllegalStateException(
        path
            + " is "
            + (node == null ? "null" : "a " + node.getClass().getSimpleName())
            + " in the checkpoint, and "
            + wanted
            + " in this program.");
  }
}
