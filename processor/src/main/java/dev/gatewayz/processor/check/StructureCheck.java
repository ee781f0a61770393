package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.SharedDefinitions;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
  private final Set<String> shared;
  private final Set<String> counted = new HashSet<>();
  private int properties;
  private int characters;
  private int constants;
  private boolean isEndless;
  private boolean isReported;

  private StructureCheck(Structure structure) {
    this.structure = structure;
    this.shared = new HashSet<>(SharedDefinitions.of(structure));
    findFinite();
  }

  static Findings check(Structure structure) {
    StructureCheck check = new StructureCheck(structure);
    check.ends(structure.root());
    if (structure.strict() && !check.isEndless) {
      check.depth();
      check.count(structure.root());
    }
    return check.findings.build();
  }

  /** Follows what must be there: if that leads back to where it began, no value is finite. */
  private void ends(Slot slot) {
    if (slot.type() instanceof DataType.Defined defined) {
      follow(defined.key(), slot);
    }
    slot.type().part().ifPresent(this::ends);
  }

  private void follow(String key, Slot slot) {
    if (!visited.add(key)) {
      return;
    }
    if (!finite.contains(key)) {
      isEndless = true;
      Slot cause = cause(key, slot, new HashSet<>());
      findings.add(Message.ENDLESS, cause.origin(), structure.definition(key).name());
      return;
    }
    structure
        .definition(key)
        .match(
            fields -> fields.members().stream().map(Member::slot),
            union -> {
              union.variants().forEach(variant -> follow(variant.key(), slot));
              return Stream.<Slot>empty();
            })
        .forEach(this::ends);
  }

  /** Finds the definitions of which some value has an end, from those that refer to no others. */
  private void findFinite() {
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (Definition definition : structure.definitions().values()) {
        isMore |= isFinite(definition) && finite.add(definition.key());
      }
    }
  }

  private boolean isFinite(Definition definition) {
    return definition.match(
        fields -> fields.members().stream().allMatch(member -> isFinite(member.slot())),
        union -> union.variants().stream().anyMatch(variant -> finite.contains(variant.key())));
  }

  private boolean isFinite(Slot slot) {
    return slot.needed().map(finite::contains).orElse(true);
  }

  /** The place that leads back to where a definition was begun. */
  private Slot cause(String key, Slot slot, Set<String> above) {
    if (!above.add(key)) {
      return slot;
    }
    return structure
        .definition(key)
        .match(
            fields -> cause(fields, slot, above),
            union -> cause(union.variants().get(0).key(), slot, above));
  }

  private Slot cause(Definition.Fields fields, Slot slot, Set<String> above) {
    for (Member member : fields.members()) {
      if (!isFinite(member.slot())) {
        return cause(member.slot().needed().orElseThrow(), member.slot(), above);
      }
    }
    return slot;
  }

  /** What is used several times, or contains itself, is defined once, and counted from there. */
  private void depth() {
    depth(structure.root(), structure.isWrapped() ? 1 : 0);
    for (String key : shared) {
      structure.parts(key).forEach(part -> depth(part, 1));
    }
  }

  private void depth(Slot slot, int depth) {
    slot.type().part().ifPresent(part -> depth(part, depth));
    if (slot.type() instanceof DataType.Defined defined) {
      if (depth == DEEPEST) {
        limit(slot, "more than " + DEEPEST + " levels of objects", "Flatten the records.");
      } else if (!shared.contains(defined.key())) {
        structure.parts(defined.key()).forEach(part -> depth(part, depth + 1));
      }
    }
  }

  private void count(Slot slot) {
    slot.type().part().ifPresent(this::count);
    if (slot.type() instanceof DataType.Choice choice) {
      count(choice, slot);
    }
    if (slot.type() instanceof DataType.Defined defined && counted.add(defined.key())) {
      count(structure.definition(defined.key()), slot);
    }
    total(slot);
  }

  private void count(DataType.Choice choice, Slot slot) {
    int length = choice.constants().stream().mapToInt(c -> c.json().length()).sum();
    constants += choice.constants().size();
    characters += length;
    if (choice.constants().size() > LARGE_ENUM && length > MOST_CHARACTERS_OF_LARGE_ENUM) {
      limit(
          slot,
          "more than " + MOST_CHARACTERS_OF_LARGE_ENUM + " characters in a large enum",
          "Shorten the constants, or use String.");
    }
  }

  private void count(Definition definition, Slot slot) {
    characters += definition.name().length();
    definition
        .match(
            Definition.Fields::members,
            union -> {
              for (Definition.Variant variant : union.variants()) {
                properties++;
                characters += union.discriminator().length() + variant.tag().length();
                structure.fields(variant).members().forEach(this::count);
                total(slot);
              }
              return List.<Member>of();
            })
        .forEach(this::count);
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
