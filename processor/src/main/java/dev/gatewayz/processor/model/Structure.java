package dev.gatewayz.processor.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What JSON is to look like, and what is read from it.
 *
 * @param name a name for people and for requests: letters, digits and {@code _}, at most 64
 * @param root the value
 * @param definitions records and unions that it consists of, by their keys
 * @param strict whether the server is to enforce it
 */
public record Structure(
    String name, Slot root, Map<String, Definition> definitions, boolean strict) {

  /** The member that holds a root which is no object by itself. */
  public static final String WRAPPER = "value";

  /** Copies the map, in its order. */
  public Structure {
    definitions = new LinkedHashMap<>(definitions);
  }

  /** The definition of that key. */
  public Definition definition(String key) {
    Definition definition = definitions.get(key);
    if (definition == null) {
      throw new IllegalStateException(key);
    }
    return definition;
  }

  /** The record of a variant. */
  public Definition.Fields fields(Definition.Variant variant) {
    return definition(variant.key())
        .match(
            fields -> fields,
            union -> {
              throw new IllegalStateException(variant.key());
            });
  }

  /** The places in a definition: those of a record, or of all records of a union. */
  public List<Slot> parts(String key) {
    return definition(key)
        .match(
            fields -> slots(fields).toList(),
            union -> union.variants().stream().flatMap(v -> slots(fields(v))).toList());
  }

  private static Stream<Slot> slots(Definition.Fields fields) {
    return fields.members().stream().map(Member::slot);
  }

  /** Whether values of a definition can say nothing, or less than all, for now. */
  public boolean canBePartial(String key) {
    return definition(key)
        .match(fields -> slots(fields).allMatch(Slot::canBeEmpty), union -> false);
  }

  /** Whether the root stands in an object, because it is none itself or a union. */
  public boolean isWrapped() {
    return root.takesNull()
        || !(root.type() instanceof DataType.Defined defined
            && definition(defined.key()) instanceof Definition.Fields);
  }
}
