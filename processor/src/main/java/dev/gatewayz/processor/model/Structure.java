package dev.gatewayz.processor.model;

import java.util.LinkedHashMap;
import java.util.Map;

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

  /** Whether the root stands in an object, because it is none itself or a union. */
  public boolean isWrapped() {
    return root.takesNull()
        || !(root.type() instanceof DataType.Defined defined
            && definition(defined.key()) instanceof Definition.Fields);
  }
}
