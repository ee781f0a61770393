package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** A structure ends somewhere, and stays within what strict mode takes. */
final class StructureCheck {
  private static final int DEEPEST = 10;
  private static final int MOST_PROPERTIES = 5_000;
  private static final int MOST_CHARACTERS = 120_000;
  private static final int MOST_CONSTANTS = 1_000;
  private static final int LARGE_ENUM = 250;
  private static final int MOST_CHARACTERS_OF_LARGE_ENUM = 15_000;

  private final Structure structure;
  private final Findings.Builder findings = new Findings.Builder();
  private final Set<String> visited = new HashSet<>();
  private final Set<String> finite = new HashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> counted = new HashSet<>();
  private int properties;
  private int characters;
  private int constants;
  private boolean isEndless;
  private boolean isReported;

  private StructureCheck(Structure structure) {
    this.structure = structure;
  }

  static Findings check(Structure structure) {
    StructureCheck check = new StructureCheck(structure);
    check.ends(structure.root());
    if (structure.strict() && !check.isEndless) {
      check.depth(structure.root(), structure.isWrapped() ? 1 : 0);
      check.count(structure.root());
    }
    return check.findings.build();
  }

  /** Follows what must be there: if that leads back to where it began, no value is finite. */
  private void ends(Slot slot) {
    if (slot.type() instanceof DataType.Defined defined) {
      follow(defined.key(), slot);
    } else if (slot.type() instanceof DataType.Elements elements) {
      ends(elements.element());
    } else if (slot.type() instanceof DataType.Entries entries) {
      ends(entries.value());
    } else if (slot.type() instanceof DataType.Maybe maybe) {
      ends(maybe.content());
    }
  }

  private void follow(String key, Slot slot) {
    if (!visited.add(key)) {
      return;
    }
    if (!isFinite(key, new HashSet<>())) {
      isEndless = true;
      Slot culprit = culprit(key, slot, new HashSet<>());
      findings.add(Message.ENDLESS, culprit.origin(), structure.definition(key).name());
      return;
    }
    Definition definition = structure.definition(key);
    if (definition instanceof Definition.Fields fields) {
      fields.members().forEach(member -> ends(member.slot()));
    } else if (definition instanceof Definition.Union union) {
      union.variants().forEach(variant -> follow(variant.key(), slot));
    }
  }

  /** Whether some value of a definition has an end. */
  private boolean isFinite(String key, Set<String> above) {
    if (finite.contains(key)) {
      return true;
    }
    if (!above.add(key)) {
      return false;
    }
    Definition definition = structure.definition(key);
    boolean isFinite =
        definition instanceof Definition.Fields fields
            ? fields.members().stream().allMatch(member -> isFinite(member.slot(), above))
            : ((Definition.Union) definition)
                .variants().stream().anyMatch(variant -> isFinite(variant.key(), above));
    above.remove(key);
    if (isFinite) {
      finite.add(key);
    }
    return isFinite;
  }

  private boolean isFinite(Slot slot, Set<String> above) {
    return slot.takesNull()
        || !(slot.type() instanceof DataType.Defined defined)
        || isFinite(defined.key(), above);
  }

  /** The place that leads back to where a definition was begun. */
  private Slot culprit(String key, Slot slot, Set<String> above) {
    if (!above.add(key)) {
      return slot;
    }
    if (structure.definition(key) instanceof Definition.Union union) {
      return culprit(union.variants().get(0).key(), slot, above);
    }
    for (Member member : ((Definition.Fields) structure.definition(key)).members()) {
      if (member.slot().type() instanceof DataType.Defined next
          && !isFinite(member.slot(), new HashSet<>())) {
        return culprit(next.key(), member.slot(), above);
      }
    }
    return slot;
  }

  private void depth(Slot slot, int depth) {
    DataType type = slot.type();
    if (type instanceof DataType.Elements elements) {
      depth(elements.element(), depth);
    } else if (type instanceof DataType.Maybe maybe) {
      depth(maybe.content(), depth);
    } else if (type instanceof DataType.Defined defined && open.add(defined.key())) {
      if (depth == DEEPEST) {
        limit(slot, "more than " + DEEPEST + " levels of objects", "Flatten the records.");
      } else {
        Definition definition = structure.definition(defined.key());
        if (definition instanceof Definition.Fields fields) {
          fields.members().forEach(member -> depth(member.slot(), depth + 1));
        } else if (definition instanceof Definition.Union union) {
          for (Definition.Variant variant : union.variants()) {
            fields(variant).members().forEach(member -> depth(member.slot(), depth + 1));
          }
        }
      }
      open.remove(defined.key());
    }
  }

  private Definition.Fields fields(Definition.Variant variant) {
    return (Definition.Fields) structure.definition(variant.key());
  }

  private void count(Slot slot) {
    DataType type = slot.type();
    if (type instanceof DataType.Choice choice) {
      int length = choice.constants().stream().mapToInt(c -> c.json().length()).sum();
      constants += choice.constants().size();
      characters += length;
      if (choice.constants().size() > LARGE_ENUM && length > MOST_CHARACTERS_OF_LARGE_ENUM) {
        limit(
            slot,
            "more than " + MOST_CHARACTERS_OF_LARGE_ENUM + " characters in a large enum",
            "Shorten the constants, or use String.");
      }
    } else if (type instanceof DataType.Elements elements) {
      count(elements.element());
    } else if (type instanceof DataType.Maybe maybe) {
      count(maybe.content());
    } else if (type instanceof DataType.Defined defined && counted.add(defined.key())) {
      count(structure.definition(defined.key()), slot);
    }
    total(slot);
  }

  private void count(Definition definition, Slot slot) {
    characters += definition.name().length();
    if (definition instanceof Definition.Fields fields) {
      fields.members().forEach(this::count);
    } else if (definition instanceof Definition.Union union) {
      for (Definition.Variant variant : union.variants()) {
        properties++;
        characters += union.discriminator().length() + variant.tag().length();
        fields(variant).members().forEach(this::count);
        total(slot);
      }
    }
  }

  private void count(Member member) {
    properties++;
    characters += member.name().length();
    count(member.slot());
  }

  private void total(Slot slot) {
    if (properties > MOST_PROPERTIES) {
      limit(slot, "more than " + MOST_PROPERTIES + " components", "Ask for less at a time.");
    } else if (constants > MOST_CONSTANTS) {
      limit(slot, "more than " + MOST_CONSTANTS + " constants of enums", "Use String.");
    } else if (characters > MOST_CHARACTERS) {
      limit(
          slot, "more than " + MOST_CHARACTERS + " characters of names", "Ask for less at a time.");
    }
  }

  private void limit(Slot slot, String what, String advice) {
    if (!isReported) {
      findings.add(Message.SCHEMA_LIMIT, slot.origin(), structure.name(), what, advice);
      isReported = true;
    }
  }
}
