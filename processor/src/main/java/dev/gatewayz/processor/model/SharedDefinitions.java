package dev.gatewayz.processor.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which definitions are referred to more than once, or by themselves. */
public final class SharedDefinitions {
  private final Structure structure;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> recursive = new HashSet<>();
  private final Set<String> inOrder = new LinkedHashSet<>();

  private SharedDefinitions(Structure structure) {
    this.structure = structure;
  }

  /** The keys of definitions that stand under {@code $defs}, in the order in which they are met. */
  public static List<String> of(Structure structure) {
    SharedDefinitions references = new SharedDefinitions(structure);
    references.visit(structure.root());
    return references.inOrder.stream().filter(references::isShared).toList();
  }

  private boolean isShared(String key) {
    return recursive.contains(key) || counts.getOrDefault(key, 0) > 1;
  }

  /** The definition that a type refers to, however deep in lists, is counted. */
  private void visit(Slot slot) {
    if (slot.type() instanceof DataType.Defined defined) {
      counts.merge(defined.key(), 1, Integer::sum);
      visit(defined.key());
    }
    slot.type().part().ifPresent(this::visit);
  }

  private void visit(String key) {
    if (open.contains(key)) {
      recursive.add(key);
      return;
    }
    if (!inOrder.add(key)) {
      return;
    }
    open.add(key);
    structure.parts(key).forEach(this::visit);
    open.remove(key);
  }
}
