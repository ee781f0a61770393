package dev.gatewayz.processor.classfile;

import java.util.List;

/**
 * An annotation on a type, or on a part of one.
 *
 * @param parameter which parameter of a method has the type; {@link #RESULT} for the type of a
 *     field or what a method returns
 * @param path the way from the type to the part
 * @param annotation what stands there
 */
public record TypeMark(int parameter, List<PathStep> path, ClassMark annotation) {
  /** The type that a method returns, or the type of a field. */
  public static final int RESULT = -1;

  /** Copies the list. */
  public TypeMark {
    path = List.copyOf(path);
  }

  /** A step from a type to a part of it, by the place among the parts. */
  public record PathStep(int index) {}

  /** The same mark, seen from the part that the first step leads to. */
  public TypeMark inside() {
    return new TypeMark(parameter, path.subList(1, path.size()), annotation);
  }
}
