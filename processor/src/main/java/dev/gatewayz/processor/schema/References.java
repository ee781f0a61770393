package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which definitions are referred to more than once, or by themselves. */
final class References {
  private final Structure structure;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> recursive = new HashSet<>();
  private final Set<String> inOrder = new LinkedHashSet<>();

  private References(Structure structure) {
    this.structure = structure;
  }

  /** The keys of definitions that stand under {@code $defs}, in the order in which they are met. */
  static List<String> shared(Structure structure) {
    References references = new References(structure);
    references.visit(structure.root());
    return references.inOrder.stream().filter(references::isShared).toList();
  }

  private boolean isShared(String key) {
    return recursive.contains(key) || counts.getOrDefault(key, 0) > 1;
  }

  private void visit(Slot slot) {
    for (String key : keys(slot.type())) {
      counts.merge(key, 1, Integer::sum);
      visit(key);
    }
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
    Definition definition = structure.definition(key);
    if (definition instanceof Definition.Fields fields) {
      visit(fields.members());
    } else if (definition instanceof Definition.Union union) {
      for (Definition.Variant variant : union.variants()) {
        visit(((Definition.Fields) structure.definition(variant.key())).members());
      }
    }
    open.remove(key);
  }

  private void visit(List<Member> members) {
    members.forEach(member -> visit(member.slot()));
  }

  /** The definition that a type refers to, however deep in lists; none or one. */
  private static List<String> keys(DataType type) {
    if (type instanceof DataType.Defined defined) {
      return List.of(defined.key());
    }
    if (type instanceof DataType.Elements elements) {
      return keys(elements.element().type());
    }
    if (type instanceof DataType.Entries entries) {
      return keys(entries.value().type());
    }
    return type instanceof DataType.Maybe maybe ? keys(maybe.content().type()) : List.of();
  }
}
