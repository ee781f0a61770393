package dev.gatewayz.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java type of a value that is given as JSON: records for objects, lists for arrays, optionals
 * for what may be missing.
 */
final class Shape {
  private String scalar = "String";
  private boolean isOptional;
  private Map<String, Shape> fields;
  private Shape element;
  private String recordName;

  /** A value that is never there. */
  static Shape missing() {
    Shape shape = new Shape();
    shape.isOptional = true;
    return shape;
  }

  /**
   * The shape of all of {@code values}.
   *
   * @param lists lists around the values, by their names, for those that are empty
   */
  static Shape of(List<Object> values, String name, Map<String, Shape> lists) {
    Shape shape = new Shape();
    List<Object> present = new ArrayList<>(values);
    shape.isOptional = present.removeIf(v -> v == null);
    if (present.isEmpty()) {
      return shape;
    }
    if (present.get(0) instanceof Map) {
      shape.fields = new LinkedHashMap<>();
      Map<String, List<Object>> columns = new LinkedHashMap<>();
      for (Object object : present) {
        JsonTree.object(object).keySet().forEach(key -> columns.put(key, new ArrayList<>()));
      }
      for (Object object : present) {
        columns.forEach((key, column) -> column.add(JsonTree.object(object).get(key)));
      }
      columns.forEach((key, column) -> shape.fields.put(key, of(column, key, lists)));
    } else if (present.get(0) instanceof List) {
      List<Object> elements = new ArrayList<>();
      present.forEach(list -> elements.addAll(JsonTree.list(list)));
      if (elements.isEmpty() && lists.containsKey(name)) {
        return lists.get(name);
      }
      Map<String, Shape> inner = new LinkedHashMap<>(lists);
      inner.put(name, shape);
      shape.element = of(elements, "", inner);
    } else {
      shape.scalar = scalar(present);
    }
    return shape;
  }

  private static String scalar(List<Object> values) {
    if (values.stream().allMatch(Integer.class::isInstance)) {
      return "Integer";
    }
    if (values.stream().allMatch(Double.class::isInstance)) {
      return "Double";
    }
    return values.stream().allMatch(Boolean.class::isInstance) ? "Boolean" : "String";
  }

  boolean isObject() {
    return fields != null;
  }

  /** What an element of this list looks like, or this itself if it is no list. */
  Shape element() {
    return element == null ? this : element;
  }

  boolean has(String name) {
    return fields != null && fields.containsKey(name);
  }

  /** A field; one that is missing is added. */
  Shape field(String name) {
    if (fields == null) {
      fields = new LinkedHashMap<>();
    }
    return fields.computeIfAbsent(name, n -> missing());
  }

  Map<String, Shape> fields() {
    return fields;
  }

  /** The type in Java; records that it needs are declared in {@code records}. */
  String type(Map<String, String> records) {
    String type = scalar;
    if (element != null) {
      type = "List<" + element.type(records) + ">";
    } else if (fields != null) {
      type = recordType(records);
    }
    return isOptional ? "Optional<" + type + ">" : type;
  }

  private String recordType(Map<String, String> records) {
    if (recordName == null) {
      recordName = "R" + records.size();
      records.put(recordName, "");
      StringBuilder components = new StringBuilder();
      fields.forEach(
          (name, shape) ->
              components
                  .append(components.isEmpty() ? "" : ", ")
                  .append(shape.type(records))
                  .append(' ')
                  .append(name));
      records.put(recordName, "record " + recordName + "(" + components + ") {}");
    }
    return recordName;
  }

  /** The value in Java. */
  String value(Object json, String scope) {
    if (json == null) {
      return "Optional.empty()";
    }
    String value;
    if (element != null) {
      List<String> elements =
          JsonTree.list(json).stream().map(e -> element.value(e, scope)).toList();
      value = "List.of(" + String.join(", ", elements) + ")";
    } else if (fields != null) {
      List<String> components = new ArrayList<>();
      fields.forEach(
          (name, shape) -> components.add(shape.value(JsonTree.object(json).get(name), scope)));
      value = "new " + scope + recordName + "(" + String.join(", ", components) + ")";
    } else {
      value = scalar.equals("String") ? JavaText.literal(json.toString()) : json.toString();
    }
    return isOptional ? "Optional.of(" + value + ")" : value;
  }
}
