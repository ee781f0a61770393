package dev.gatewayz.codegen;

import java.util.Arrays;

/**
 * The names of the members that were met in the objects that are open, so that none is read twice.
 * Used by one thread.
 */
final class MemberNames {
  /** More than any record can have, few enough to look through. */
  static final int MAX_MEMBERS = 1_000;

  private String[] names = new String[8];

  /** Where the names of each open object begin, the outermost first. */
  private int[] starts = new int[4];

  private int size;
  private int depth;

  void open() {
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, depth * 2);
    }
    starts[depth++] = size;
  }

  /** Takes a name of the innermost object in; returns whether it is new. */
  boolean add(String name) {
    for (int i = size - 1; i >= starts[depth - 1]; i--) {
      if (names[i].equals(name)) {
        return false;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
    }
    names[size++] = name;
    return true;
  }

  /** How many objects are open. */
  int depth() {
    return depth;
  }

  /** How many names the innermost object has. */
  int count() {
    return size - starts[depth - 1];
  }

  void close() {
    size = starts[--depth];
  }
}
