package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Slot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads an object member by member into variables, and makes something of them. */
final class FieldsRule {
  private FieldsRule() {}

  /** The body of a method that reads a record from {@code in}. */
  static CodeBlock read(Definition.Fields fields, ValueReading values) {
    return CodeBlock.builder()
        .add(members(fields.members(), values))
        .addStatement("return new $T($L)", fields.java(), components(fields))
        .build();
  }

  /** All components in order, those that JSON does not have among them. */
  private static CodeBlock components(Definition.Fields fields) {
    return withAbsent(values(fields.members()), fields);
  }

  /** Arguments for all components in order, those that JSON does not have put among the others. */
  static CodeBlock withAbsent(List<CodeBlock> arguments, Definition.Fields fields) {
    for (Definition.Absent absent : fields.absent()) {
      arguments.add(absent.index(), absent(absent.java()));
    }
    return CodeBlock.join(arguments, ",$W");
  }

  private static CodeBlock absent(TypeName type) {
    TypeName raw = type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
    return raw.toString().startsWith("java.util.Optional")
        ? CodeBlock.of("$T.empty()", raw)
        : CodeBlock.of("($T) null", type);
  }

  /** Statements that read members of the object that is next, each into a variable of its own. */
  static CodeBlock members(List<Member> members, ValueReading values) {
    CodeBlock.Builder code = CodeBlock.builder();
    IdentityHashMap<Member, String> variables = variables(members);
    for (Member member : members) {
      code.addStatement("$T $L = null", variableType(member.slot()), variables.get(member));
    }
    code.addStatement("in.beginObject()").beginControlFlow("while (in.nextMember())");
    if (members.isEmpty()) {
      return code.addStatement("in.skip()").endControlFlow().build();
    }
    code.beginControlFlow("switch (in.name())");
    for (Member member : members) {
      CodeBlock value =
          member.slot().type() instanceof DataType.Maybe maybe
              ? values.content(maybe)
              : values.value(member.slot());
      code.addStatement("case $L -> $L = $L", names(member), variables.get(member), value);
    }
    return code.addStatement("default -> in.skip()").endControlFlow().endControlFlow().build();
  }

  /** The labels of a case for the names of a member. */
  private static String names(Member member) {
    return member.names().stream().map(Ascii::literal).collect(Collectors.joining(", "));
  }

  /** What was read, as arguments; what must be there is demanded. */
  static CodeBlock arguments(List<Member> members) {
    return CodeBlock.join(values(members), ",$W");
  }

  private static List<CodeBlock> values(List<Member> members) {
    List<CodeBlock> values = new ArrayList<>();
    IdentityHashMap<Member, String> variables = variables(members);
    for (Member member : members) {
      values.add(argument(member, Objects.requireNonNull(variables.get(member))));
    }
    return values;
  }

  private static CodeBlock argument(Member member, String variable) {
    if (member.slot().type() instanceof DataType.Maybe maybe) {
      return maybe.box() == DataType.Maybe.Box.ANY
          ? CodeBlock.of("$T.ofNullable($L)", ClassNames.optional(maybe.box()), variable)
          : CodeBlock.of(
              "$1L == null ? $2T.empty() : $2T.of($1L)",
              variable,
              ClassNames.optional(maybe.box()));
    }
    return member.slot().nullable()
        ? CodeBlock.of("$L", variable)
        : CodeBlock.of("in.required($L, $L)", Ascii.literal(member.name()), variable);
  }

  private static TypeName variableType(Slot slot) {
    return slot.type() instanceof DataType.Maybe maybe
        ? maybe.content().java().box()
        : slot.java().box();
  }

  /** The variable of each member. Lambdas have parameters named {@code in2} and {@code v}. */
  private static IdentityHashMap<Member, String> variables(List<Member> members) {
    Locals names = Locals.ofMethod();
    names.take("v");
    IdentityHashMap<Member, String> variables = new IdentityHashMap<>();
    for (Member member : members) {
      String name = Locals.variable(member.javaName());
      variables.put(member, names.free(name.matches("in\\d*") ? name + "_" : name));
    }
    return variables;
  }
}
