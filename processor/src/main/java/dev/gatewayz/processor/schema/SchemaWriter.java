package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.DataTypeVisitor;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the schema of a structure. */
public final class SchemaWriter {
  private final Structure structure;
  private final SharedNames shared;

  private SchemaWriter(Structure structure) {
    this.structure = structure;
    this.shared = new SharedNames(structure);
  }

  /** The schema of the whole, an object in any case. */
  public static String write(Structure structure) {
    return new SchemaWriter(structure).root();
  }

  private String root() {
    Keywords root;
    if (structure.isWrapped()) {
      Member value = new Member(Structure.WRAPPER, Structure.WRAPPER, structure.root());
      root = object(List.of(value));
    } else {
      DataType.Defined defined = (DataType.Defined) structure.root().type();
      root = define(structure.definition(defined.key()));
      structure.root().description().ifPresent(text -> root.text("description", text));
    }
    if (!shared.keys().isEmpty()) {
      Keywords definitions = new Keywords();
      for (String key : shared.keys()) {
        definitions.json(shared.name(key), define(structure.definition(key)).toString());
      }
      root.json("$defs", definitions.toString());
    }
    return root.toString();
  }

  private Keywords slot(Slot slot) {
    Keywords schema =
        described(slot, Constraints.apply(slot, slot.type().accept(new TypeSchema())));
    return slot.nullable() && !(slot.type() instanceof DataType.Maybe) ? schema.orNull() : schema;
  }

  /** A reference has no room for a description. */
  private static Keywords described(Slot slot, Keywords schema) {
    String text = (slot.description().orElse("") + " " + Constraints.inWords(slot)).strip();
    if (text.isEmpty()) {
      return schema;
    }
    Keywords roomy = schema.has("$ref") ? Keywords.anyOf(List.of(schema)) : schema;
    return roomy.text("description", text);
  }

  /** The schema of a type, wherever it stands. */
  private final class TypeSchema implements DataTypeVisitor<Keywords> {
    @Override
    public Keywords plain(DataType.Plain plain) {
      return PlainKeywords.of(plain.type());
    }

    @Override
    public Keywords elements(DataType.Elements elements) {
      return Keywords.ofType("array").json("items", slot(elements.element()).toString());
    }

    @Override
    public Keywords entries(DataType.Entries entries) {
      return Keywords.ofType("object")
          .json("additionalProperties", slot(entries.value()).toString());
    }

    @Override
    public Keywords maybe(DataType.Maybe maybe) {
      return slot(maybe.content()).orNull();
    }

    @Override
    public Keywords wrapped(DataType.Wrapped wrapped) {
      return slot(wrapped.content());
    }

    @Override
    public Keywords defined(DataType.Defined defined) {
      String key = defined.key();
      return shared.contain(key)
          ? new Keywords().text("$ref", "#/$defs/" + shared.name(key))
          : define(structure.definition(key));
    }

    @Override
    public Keywords choice(DataType.Choice choice) {
      Keywords schema = Keywords.ofType("string");
      schema.texts("enum", choice.constants().stream().map(DataType.Constant::json).toList());
      List<String> words = new ArrayList<>();
      choice.description().ifPresent(words::add);
      for (DataType.Constant constant : choice.constants()) {
        constant.description().ifPresent(text -> words.add(constant.json() + ": " + text));
      }
      return words.isEmpty() ? schema : schema.text("description", String.join("\n", words));
    }
  }

  private Keywords define(Definition definition) {
    return described(definition, definition.match(fields -> object(fields.inOrder()), this::union));
  }

  private Keywords union(Definition.Union union) {
    List<Keywords> variants = new ArrayList<>();
    for (Definition.Variant variant : union.variants()) {
      Definition.Fields fields = structure.fields(variant);
      Keywords tag = Keywords.ofType("string").text("const", variant.tag());
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put(union.discriminator(), tag.toString());
      variants.add(described(fields, object(fields.inOrder(), properties)));
    }
    return Keywords.anyOf(variants);
  }

  private static Keywords described(Definition definition, Keywords schema) {
    definition.description().ifPresent(text -> schema.text("description", text));
    return schema;
  }

  private Keywords object(List<Member> members) {
    return object(members, new LinkedHashMap<>());
  }

  /** An object; {@code properties} are those that come first. */
  private Keywords object(List<Member> members, Map<String, String> properties) {
    for (Member member : members) {
      properties.put(member.name(), slot(member.slot()).toString());
    }
    Keywords all = new Keywords();
    properties.forEach(all::json);
    return Keywords.ofType("object")
        .json("properties", all.toString())
        .texts("required", List.copyOf(properties.keySet()))
        .json("additionalProperties", "false");
  }
}
