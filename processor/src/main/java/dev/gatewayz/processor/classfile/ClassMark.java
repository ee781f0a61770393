package dev.gatewayz.processor.classfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An annotation.
 *
 * @param type the descriptor of its type
 * @param values what is written in it: boxes of primitives, text, and the types below
 */
public record ClassMark(String type, Map<String, Object> values) {

  /** Keeps the order in which they are written. */
  public ClassMark {
    values = new LinkedHashMap<>(values);
  }

  /** A constant of an enum. */
  public record EnumConstant(String type, String name) {}

  /** A class, by its descriptor. */
  public record ClassName(String descriptor) {}

  /** Several values. */
  public record Values(List<Object> all) {
    /** Copies the list. */
    public Values {
      all = new ArrayList<>(all);
    }
  }
}
