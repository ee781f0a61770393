package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.SharedDefinitions;
import dev.gatewayz.processor.model.Structure;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the definitions of a structure are called that stand apart from where they are used. */
final class SharedNames {
  private final Map<String, String> names = new LinkedHashMap<>();

  SharedNames(Structure structure) {
    Set<String> taken = new HashSet<>();
    for (String key : SharedDefinitions.of(structure)) {
      String name = structure.definition(key).name();
      String free = name;
      for (int i = 2; !taken.add(free); i++) {
        free = name + i;
      }
      names.put(key, free);
    }
  }

  /** The keys of these definitions, in the order in which they are met. */
  List<String> keys() {
    return List.copyOf(names.keySet());
  }

  /** Whether the definition of a key is one of them. */
  boolean contain(String key) {
    return names.containsKey(key);
  }

  /** What one of them is called. */
  String name(String key) {
    return names.getOrDefault(key, key);
  }
}
