package dev.gatewayz.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Writes the class that implements a prompt interface. */
public final class ClientEmitter {

  /** The format of what is written here, by which a runtime tells whether it can run it. */
  public static final int FORMAT = 1;

  private ClientEmitter() {}

  /** The source of the class. */
  public static GeneratedClass emit(Client client, Beans beans) {
    ClientDeclaration declaration = client.declaration();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(declaration.implementation())
            .addJavadoc("Implements {@link $T}.\n", declaration.type())
            .addAnnotation(
                AnnotationSpec.builder(ClassNames.GENERATED)
                    .addMember("format", "$L", FORMAT)
                    .build())
            .addSuperinterface(declaration.type());
    if (declaration.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    beans.onClass().ifPresent(type::addAnnotation);
    suppress(declaration, type);
    addPrompts(client, beans, type);
    return GeneratedClass.of(
        declaration,
        declaration.implementation(),
        type.build(),
        HiddenNames.in(client),
        HiddenNames.areBeside(client));
  }

  static void suppress(ClientDeclaration declaration, TypeSpec.Builder type) {
    if (!declaration.warnings().isEmpty()) {
      CodeBlock.Builder value = CodeBlock.builder();
      List<String> warnings = List.copyOf(declaration.warnings());
      value.add(warnings.size() == 1 ? "" : "{");
      for (int i = 0; i < warnings.size(); i++) {
        value.add(i == 0 ? "$S" : ", $S", warnings.get(i));
      }
      value.add(warnings.size() == 1 ? "" : "}");
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class).addMember("value", value.build()).build());
    }
  }

  private static void addPrompts(Client client, Beans beans, TypeSpec.Builder type) {
    Locals constants = new Locals();
    constants.take("client");
    HiddenNames.ofExpressions(client).forEach(constants::take);
    IdConstants ids = new IdConstants(client.declaration(), constants);
    client.declaration().prompts().stream()
        .flatMap(prompt -> prompt.parameters().stream())
        .forEach(parameter -> constants.take(parameter.name()));
    Locals methodNames = new Locals();
    client.declaration().surroundings().methods().forEach(methodNames::take);
    client.prompts().stream()
        .flatMap(prompt -> prompt.messages().fragments().stream())
        .forEach(fragment -> methodNames.take(fragment.method()));
    Readers readers = new Readers(client.declaration().implementation(), constants, methodNames);
    ToolRule tools =
        new ToolRule(client.declaration().implementation(), constants, methodNames, readers);
    ToolConstants definitions = new ToolConstants(constants);
    Optional<OverridableRule> overridable =
        client.types().map(table -> new OverridableRule(table, constants, methodNames));
    List<FieldSpec> prompts = new ArrayList<>();
    List<MethodSpec> methods = new ArrayList<>();
    List<MethodSpec> fragments = new ArrayList<>();
    for (Prompt prompt : client.prompts()) {
      String constant = constants.free(ConstantRule.name(prompt.declaration().name()));
      Segments segments = new Segments();
      methods.add(
          MethodRule.sound(prompt, constant, overridable.isPresent(), segments, readers, tools));
      prompt
          .messages()
          .fragments()
          .forEach(fragment -> fragments.add(MethodRule.fragment(fragment, segments)));
      prompts.add(
          ConstantRule.field(
              prompt, constant, ids.of(prompt.declaration()), segments.all(), definitions));
      overridable.ifPresent(rule -> rule.add(prompt, constant));
    }
    ids.fields().forEach(type::addField);
    definitions.fields().forEach(type::addField);
    prompts.forEach(type::addField);
    overridable.map(OverridableRule::fields).orElse(List.of()).forEach(type::addField);
    readers.constants().forEach(type::addField);
    client.broken().forEach(prompt -> methods.add(MethodRule.broken(prompt)));
    type.addField(
        FieldSpec.builder(ClassNames.PROMPT_CLIENT, "client", Modifier.PRIVATE, Modifier.FINAL)
            .build());
    tools.fields().forEach(type::addField);
    type.addMethod(constructor(client, begin(client, ids, overridable), tools, beans));
    type.addMethods(methods)
        .addMethods(fragments)
        .addMethods(tools.methods())
        .addMethods(readers.methods());
    overridable.map(OverridableRule::method).ifPresent(type::addMethod);
  }

  /**
   * The files that the client is made from, so that a runtime can tell whether they have changed.
   */
  private static CodeBlock templates(Client client) {
    Map<String, String> files = new TreeMap<>();
    client.prompts().forEach(prompt -> files.putAll(prompt.files()));
    CodeBlock.Builder code = CodeBlock.builder();
    if (!files.isEmpty()) {
      code.add("$Z.templates($T.class", client.declaration().implementation());
      files.forEach(
          (path, digest) -> code.add(",$W$L, $L", Ascii.literal(path), Ascii.literal(digest)));
      code.add(")");
    }
    return code.build();
  }

  private static CodeBlock begin(
      Client client, IdConstants ids, Optional<OverridableRule> overridable) {
    ClientDeclaration declaration = client.declaration();
    CodeBlock format = CodeBlock.of("gatewayz, $L, $S", FORMAT, declaration.idName());
    return overridable
        .map(
            rule ->
                CodeBlock.of(
                    "$T.overridable($L,$W$T.class$L)",
                    ClassNames.PROMPT_CLIENT,
                    format,
                    declaration.implementation(),
                    rule.arguments()))
        .orElseGet(
            () -> CodeBlock.of("$T.of($L$L)", ClassNames.PROMPT_CLIENT, format, ids.arguments()));
  }

  private static MethodSpec constructor(
      Client client, CodeBlock begin, ToolRule tools, Beans beans) {
    ClientDeclaration declaration = client.declaration();
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(ClassNames.GATEWAYZ, "gatewayz")
            .addStatement("client = $L$L", begin, templates(client));
    tools.objects().forEach(constructor::addParameter);
    constructor.addCode(tools.assignments());
    beans.onConstructor().ifPresent(constructor::addAnnotation);
    if (declaration.isPublic()) {
      constructor.addModifiers(Modifier.PUBLIC).addJavadoc("A client of a gateway.\n");
      constructor.addJavadoc("\n@param gatewayz what asks");
      tools.objects().values().forEach(n -> constructor.addJavadoc("\n@param $L the tools", n));
    }
    return constructor.build();
  }
}
