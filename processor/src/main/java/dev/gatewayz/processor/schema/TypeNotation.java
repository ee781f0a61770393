package dev.gatewayz.processor.schema;

import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.DataTypeVisitor;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the type of an answer for a model that does not get the schema, as in TypeScript, with
 * descriptions and constraints in comments: shorter than JSON Schema, and no JSON object that a
 * small model could take for the answer.
 */
public final class TypeNotation {
  private static final String STEP = "  ";

  private final Structure structure;
  private final SharedNames shared;

  private TypeNotation(Structure structure) {
    this.structure = structure;
    this.shared = new SharedNames(structure);
  }

  /** The type, as the model reads it. */
  public static String write(Structure structure) {
    return new TypeNotation(structure).root();
  }

  private String root() {
    StringBuilder all = new StringBuilder();
    if (structure.isWrapped()) {
      Member value = new Member(Structure.WRAPPER, Structure.WRAPPER, structure.root());
      all.append(object(Stream.of(member(value, STEP)), ""));
    } else {
      comment(all, new TypeComment(structure).of(structure.root()), "");
      all.append(type(structure.root(), ""));
    }
    for (String key : shared.keys()) {
      all.append("\n\n").append(shared.name(key)).append(" = ");
      all.append(definition(structure.definition(key), ""));
    }
    return all.toString();
  }

  private static void comment(StringBuilder out, List<String> lines, String indent) {
    lines.forEach(line -> out.append(indent).append("// ").append(line).append('\n'));
  }

  private String member(Member member, String indent) {
    StringBuilder out = new StringBuilder();
    comment(out, new TypeComment(structure).of(member.slot()), indent);
    out.append(indent).append(Json.string(member.name())).append(": ");
    return out.append(type(member.slot(), indent)).toString();
  }

  private String object(Stream<String> members, String indent) {
    String all = members.collect(Collectors.joining(",\n"));
    return all.isEmpty() ? "{}" : "{\n" + all + "\n" + indent + "}";
  }

  private String definition(Definition definition, String indent) {
    String inner = indent + STEP;
    return definition.match(
        fields -> object(fields.inOrder().stream().map(m -> member(m, inner)), indent),
        union -> union(union, indent));
  }

  private String union(Definition.Union union, String indent) {
    StringJoiner variants = new StringJoiner(" | ");
    for (Definition.Variant variant : union.variants()) {
      String inner = indent + STEP;
      String tag = Json.string(union.discriminator()) + ": " + Json.string(variant.tag());
      StringBuilder first = new StringBuilder();
      Definition.Fields fields = structure.fields(variant);
      comment(first, TypeComment.lines(fields.description()), inner);
      first.append(inner).append(tag);
      Stream<String> others = fields.inOrder().stream().map(m -> member(m, inner));
      variants.add(object(Stream.concat(Stream.of(first.toString()), others), indent));
    }
    return variants.toString();
  }

  private String type(Slot slot, String indent) {
    String type = slot.type().accept(new Notation(indent));
    return slot.nullable() && !(slot.type() instanceof DataType.Maybe) ? type + " | null" : type;
  }

  /** The type of a value, wherever it stands. */
  private final class Notation implements DataTypeVisitor<String> {
    private final String indent;

    Notation(String indent) {
      this.indent = indent;
    }

    @Override
    public String plain(DataType.Plain plain) {
      return plain.type().jsonType().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String elements(DataType.Elements elements) {
      String element = type(elements.element(), indent);
      return isUnion(elements.element()) ? "(" + element + ")[]" : element + "[]";
    }

    private boolean isUnion(Slot slot) {
      return slot.takesNull()
          || (slot.type() instanceof DataType.Wrapped wrapped && isUnion(wrapped.content()))
          || (slot.type() instanceof DataType.Choice choice && choice.constants().size() > 1)
          || (slot.type() instanceof DataType.Defined defined
              && !shared.contain(defined.key())
              && structure.definition(defined.key()) instanceof Definition.Union);
    }

    @Override
    public String entries(DataType.Entries entries) {
      return "{ [name: string]: " + type(entries.value(), indent) + " }";
    }

    @Override
    public String maybe(DataType.Maybe maybe) {
      return type(maybe.content(), indent) + " | null";
    }

    @Override
    public String wrapped(DataType.Wrapped wrapped) {
      return type(wrapped.content(), indent);
    }

    @Override
    public String defined(DataType.Defined defined) {
      return shared.contain(defined.key())
          ? shared.name(defined.key())
          : definition(structure.definition(defined.key()), indent);
    }

    @Override
    public String choice(DataType.Choice choice) {
      return choice.constants().stream()
          .map(constant -> Json.string(constant.json()))
          .collect(Collectors.joining(" | "));
    }
  }
}
