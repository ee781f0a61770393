package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.internal.binding.PromptTemplates;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.internal.template.Source;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** What a runtime must know of the prompts of a client to replace their templates. */
final class OverridableRule {
  private final TypeTable table;
  private final Locals constants;
  private final String types;
  private final String method;
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  OverridableRule(TypeTable table, Locals constants, Locals methods) {
    this.table = table;
    this.constants = constants;
    this.types = constants.free("TEMPLATE_TYPES");
    this.method = methods.free("templateTypes");
    fields.add(field(ClassNames.TEMPLATE_TYPES, types, CodeBlock.of("$N()", method)));
  }

  /** A prompt; {@code constant} is all else of it that is known while it is compiled. */
  void add(Prompt prompt, String constant) {
    String name = constants.free(constant + "_TEMPLATES");
    names.add(name);
    fields.add(field(ClassNames.OVERRIDABLE, name, prompt(prompt, constant)));
  }

  /** All constants; they need the prompts'. */
  List<FieldSpec> fields() {
    return fields;
  }

  /** The types and the prompts as further arguments of a call. */
  CodeBlock arguments() {
    CodeBlock.Builder arguments = CodeBlock.builder().add(",$W$N", types);
    names.forEach(name -> arguments.add(",$W$N", name));
    return arguments.build();
  }

  private static FieldSpec field(ClassName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  /** Fills the types, one statement after the other: the compiler recurses into chains. */
  MethodSpec method() {
    MethodSpec.Builder code =
        MethodSpec.methodBuilder(method)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(ClassNames.TEMPLATE_TYPES)
            .addStatement("$1T types = new $1T()", ClassNames.TEMPLATE_TYPES);
    for (TypeTable.Described described : table.types()) {
      code.addStatement(
          "types.type($S, $S, $S, $L, $L, $L)",
          described.type().kind(),
          described.type().jsonKind(),
          traits(described.type()),
          described.component(),
          Ascii.literal(described.type().display()),
          described.key());
      described.properties().forEach(link -> code.addStatement(link("property", described, link)));
      described.data().forEach(link -> code.addStatement(link("data", described, link)));
      described.value().ifPresent(link -> code.addStatement(link("value", described, link)));
      described.alternatives().ifPresent(union -> alternatives(union, code));
      described
          .type()
          .renamed()
          .forEach(
              (java, json) ->
                  code.addStatement(
                      "types.renamed($L, $L)", Ascii.literal(java), Ascii.literal(json)));
    }
    return code.addStatement("return types").build();
  }

  private static String traits(JavaType type) {
    return (type.isNullable() ? "N" : "")
        + (type.isPrimitive() ? "P" : "")
        + (type.isEmptyRecord() ? "E" : "");
  }

  private static void alternatives(TypeTable.Alternatives union, MethodSpec.Builder code) {
    for (TypeTable.Alternative one : union.all()) {
      code.addStatement(
          "types.variant($L, $L, $L, $T.class)",
          Ascii.literal(union.discriminator()),
          Ascii.literal(one.tag()),
          one.type(),
          one.java());
    }
  }

  private static CodeBlock link(String kind, TypeTable.Described described, TypeTable.Link link) {
    return CodeBlock.of(
        "types.$L($L, $L, ($T v) -> v.$L)",
        kind,
        Ascii.literal(link.name()),
        link.type(),
        described.name(),
        link.member());
  }

  private CodeBlock prompt(Prompt prompt, String constant) {
    PromptTemplates templates = prompt.templates();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of($N, $S)", ClassNames.OVERRIDABLE, constant, prompt.declaration().name());
    List<Integer> numbers = Objects.requireNonNull(table.parameters().get(prompt.id()));
    for (int i = 0; i < numbers.size(); i++) {
      Variable variable = templates.variables().get(i);
      code.add(
          "\n.parameter($L, $S, $S, $N, $L)",
          Ascii.literal(variable.label()),
          variable.role(),
          (variable.isJson() ? "J" : "") + (variable.isUntrusted() ? "U" : ""),
          types,
          numbers.get(i));
    }
    templates.system().ifPresent(text -> code.add(text("system", text)));
    templates
        .examples()
        .forEach(
            example ->
                code.add(text("example", example.user()))
                    .add(text("example", example.assistant())));
    templates.user().ifPresent(text -> code.add(text("user", text)));
    templates.trustedInSystem().stream()
        .sorted()
        .forEach(label -> code.add("\n.trusted($L)", Ascii.literal(label)));
    if (templates.isCached()) {
      code.add("\n.cached()");
    }
    return code.build();
  }

  private static CodeBlock text(String method, TemplateText text) {
    Source source = text.source();
    return CodeBlock.of(
        "\n.$L($L, $L)", method, Ascii.literal(source.label()), Segments.literal(source.text()));
  }
}
