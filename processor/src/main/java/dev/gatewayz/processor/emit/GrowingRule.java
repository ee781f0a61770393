package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.DataTypeVisitor;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * How values grow while their JSON arrives: text, lists and maps by their parts, a record by its
 * components if all of them can be empty, and everything else in one piece, by its reader.
 */
final class GrowingRule {
  private final ClassName client;
  private final Locals methodNames;
  private final Readers readers;
  private final Map<String, String> names = new HashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  /**
   * A rule.
   *
   * @param methodNames names of methods, which are taken
   */
  GrowingRule(ClassName client, Locals methodNames, Readers readers) {
    this.client = client;
    this.methodNames = methodNames;
    this.readers = readers;
  }

  /** Three methods for each record: how it grows, how its components do, and what it is so far. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** An expression that says how what is at a place grows. */
  CodeBlock of(Structure structure, Slot slot) {
    if (slot.type() instanceof DataType.Maybe maybe) {
      return CodeBlock.of("$L.orNull()", present(structure, maybe.content()));
    }
    CodeBlock present = present(structure, slot);
    return slot.nullable() ? CodeBlock.of("$L.orNull()", present) : present;
  }

  private CodeBlock present(Structure structure, Slot slot) {
    return slot.type().accept(new Present(structure, slot));
  }

  /** An element that may be an empty optional is known in one piece. */
  private CodeBlock element(Structure structure, Slot slot) {
    return slot.type() instanceof DataType.Maybe ? whole(structure, slot) : of(structure, slot);
  }

  private CodeBlock whole(Structure structure, Slot slot) {
    Slot present = slot.type() instanceof DataType.Maybe ? slot : slot.present();
    return CodeBlock.of(
        "$T.whole($L)", ClassNames.GROWING, readers.values(structure).reader(present));
  }

  /** How what is no {@code null} grows. */
  private final class Present implements DataTypeVisitor<CodeBlock> {
    private final Structure structure;
    private final Slot slot;

    Present(Structure structure, Slot slot) {
      this.structure = structure;
      this.slot = slot;
    }

    @Override
    public CodeBlock plain(DataType.Plain plain) {
      return plain.type() == PlainType.STRING
          ? CodeBlock.of("$T.TEXT", ClassNames.GROWING)
          : whole(structure, slot);
    }

    @Override
    public CodeBlock choice(DataType.Choice choice) {
      return whole(structure, slot);
    }

    @Override
    public CodeBlock elements(DataType.Elements elements) {
      CodeBlock element = element(structure, elements.element());
      return switch (elements.container()) {
        case LIST -> CodeBlock.of("$T.list($L)", ClassNames.GROWING, element);
        case SET -> CodeBlock.of("$T.set($L)", ClassNames.GROWING, element);
        case ARRAY ->
            CodeBlock.of(
                "$T.list($L, list -> list.toArray($T[]::new))",
                ClassNames.GROWING,
                element,
                elements.element().java());
        case INTS -> primitives(element, "mapToInt", Integer.class);
        case LONGS -> primitives(element, "mapToLong", Long.class);
        case DOUBLES -> primitives(element, "mapToDouble", Double.class);
      };
    }

    @Override
    public CodeBlock entries(DataType.Entries entries) {
      return CodeBlock.of("$T.map($L)", ClassNames.GROWING, element(structure, entries.value()));
    }

    @Override
    public CodeBlock wrapped(DataType.Wrapped wrapped) {
      return whole(structure, slot);
    }

    @Override
    public CodeBlock maybe(DataType.Maybe maybe) {
      throw new IllegalStateException(maybe.toString());
    }

    @Override
    public CodeBlock defined(DataType.Defined defined) {
      return structure.canBePartial(defined.key())
          ? CodeBlock.of("$L()", method(structure, defined.key()))
          : whole(structure, slot);
    }
  }

  private static CodeBlock primitives(CodeBlock element, String mapping, Class<?> box) {
    return CodeBlock.of(
        "$T.list($L, list -> list.stream().$L($T::$LValue).toArray())",
        ClassNames.GROWING,
        element,
        mapping,
        box,
        TypeName.get(box).unbox());
  }

  /** The method that says how a record grows. */
  private String method(Structure structure, String key) {
    String known = names.get(key);
    if (known != null) {
      return known;
    }
    Definition.Fields record =
        structure
            .definition(key)
            .match(
                fields -> fields,
                union -> {
                  throw new IllegalStateException(key);
                });
    String name = methodNames.free("growing" + record.name());
    String members = methodNames.free("membersOf" + record.name());
    String snapshot = methodNames.free("snapshotOf" + record.name());
    names.put(key, name);
    int place = methods.size();
    CodeBlock cases = cases(structure, record);
    methods.add(
        place,
        method(name, ParameterizedTypeName.get(ClassNames.GROWING, record.java()))
            .addStatement(
                "return $1T.object($2T::$3L, $2T::$4L)",
                ClassNames.GROWING,
                client,
                members,
                snapshot)
            .build());
    methods.add(
        place + 1,
        method(
                members,
                ParameterizedTypeName.get(
                    ClassNames.GROWING, WildcardTypeName.subtypeOf(Object.class)))
            .addParameter(String.class, "name")
            .addCode(cases)
            .build());
    methods.add(
        place + 2,
        method(snapshot, record.java())
            .addParameter(ClassNames.KNOWN, "known")
            .addStatement("return new $T($L)", record.java(), components(record))
            .build());
    return name;
  }

  private static MethodSpec.Builder method(String name, TypeName returns) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(returns);
  }

  private CodeBlock cases(Structure structure, Definition.Fields record) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (name) {\n$>");
    for (Member member : record.members()) {
      code.add("case $L -> $L;\n", Ascii.literal(member.name()), of(structure, member.slot()));
    }
    return code.add("default -> $T.UNREAD;\n$<};\n", ClassNames.GROWING).build();
  }

  /** All components in order, those that JSON does not have among them. */
  private static CodeBlock components(Definition.Fields record) {
    List<CodeBlock> components = new ArrayList<>();
    record.members().forEach(member -> components.add(component(member)));
    return FieldsRule.withAbsent(components, record);
  }

  private static CodeBlock component(Member member) {
    Slot slot = member.slot();
    String name = Ascii.literal(member.name());
    if (slot.type() instanceof DataType.Maybe maybe) {
      TypeName content = maybe.content().java().box();
      CodeBlock known = CodeBlock.of("known.<$T>get($L)", content, name);
      return maybe.box() == DataType.Maybe.Box.ANY
          ? CodeBlock.of("$T.ofNullable($L)", ClassNames.optional(maybe.box()), known)
          : CodeBlock.of(
              "known.get($1L) == null ? $2T.empty() : $2T.of($3L)",
              name,
              ClassNames.optional(maybe.box()),
              CodeBlock.of("known.<$T>present($L)", content, name));
    }
    return CodeBlock.of(
        "known.<$T>$L($L)", slot.java().box(), slot.nullable() ? "get" : "present", name);
  }
}
