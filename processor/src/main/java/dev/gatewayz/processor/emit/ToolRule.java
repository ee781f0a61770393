package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.model.ToolType;
import dev.gatewayz.processor.model.ToolUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The tools of a client: a field and a constructor parameter for each type that has some, and for
 * each set of types that prompts use a field that decodes and calls.
 */
final class ToolRule {
  /** What the model is told of a tool that returns nothing. */
  private static final String DONE = "done";

  private final Locals fieldNames;
  private final Locals objectNames = Locals.ofMethod();
  private final Locals methodNames;
  private final Readers readers;
  private final JsonRule json;
  private final Map<ClassName, String> objects = new LinkedHashMap<>();
  private final Map<List<ClassName>, String> sets = new LinkedHashMap<>();
  private final Map<ToolType, Map<Tool, String>> methods = new LinkedHashMap<>();
  private final List<MethodSpec> specs = new ArrayList<>();
  private final CodeBlock.Builder assignments = CodeBlock.builder();

  ToolRule(ClassName client, Locals fieldNames, Locals methodNames, Readers readers) {
    this.fieldNames = fieldNames;
    this.methodNames = methodNames;
    this.readers = readers;
    this.json = new JsonRule(client, methodNames);
    objectNames.take("client");
    objectNames.take("gatewayz");
  }

  /** What a rendering of a prompt is told about its tools; empty if it has none. */
  String call(Prompt prompt) {
    return prompt
        .declaration()
        .tools()
        .filter(use -> !use.isEmpty())
        .map(use -> ".tools(this." + set(use) + ", " + use.mostRounds() + ")")
        .orElse("");
  }

  /** The types, each with the name of its parameter and field. */
  Map<ClassName, String> objects() {
    return objects;
  }

  /** What the constructor does for tools. */
  CodeBlock assignments() {
    return assignments.build();
  }

  List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    objects.forEach(
        (type, name) ->
            fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build()));
    sets.values()
        .forEach(
            name ->
                fields.add(
                    FieldSpec.builder(ClassNames.TOOLS, name, Modifier.PRIVATE, Modifier.FINAL)
                        .build()));
    return fields;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> all = new ArrayList<>(specs);
    all.addAll(json.methods());
    return all;
  }

  private String set(ToolUse use) {
    String known = sets.get(use.classes());
    if (known != null) {
      return known;
    }
    for (ToolType type : use.types()) {
      if (!objects.containsKey(type.java())) {
        String name = objectNames.free(Locals.variable(type.java().simpleName()));
        fieldNames.take(name);
        objects.put(type.java(), name);
        assignments.addStatement("this.$1L = $1L", name);
      }
    }
    String field = fieldNames.free("tools");
    objectNames.take(field);
    sets.put(use.classes(), field);
    String decoder = methodNames.free("decodeTool");
    int place = specs.size();
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (tool) {\n").indent();
    CodeBlock.Builder names = CodeBlock.builder();
    for (ToolType type : use.types()) {
      for (Tool tool : type.tools()) {
        String literal = Ascii.literal(tool.name());
        names.add(",$W$L", literal);
        cases.add("case $L -> $L(in);\n", literal, method(type, tool));
      }
    }
    cases.add("default -> throw new $T(tool);\n", IllegalArgumentException.class);
    specs.add(
        place,
        MethodSpec.methodBuilder(decoder)
            .addModifiers(Modifier.PRIVATE)
            .returns(ClassNames.INVOCATION)
            .addParameter(String.class, "tool")
            .addParameter(ClassNames.JSON_IN, "in")
            .addCode(cases.unindent().add("};\n").build())
            .build());
    assignments.addStatement(
        "$L = $T.of(this::$L$L)$L",
        field,
        ClassNames.TOOLS,
        decoder,
        names.build(),
        approvals(use));
    return field;
  }

  /** What says which tools somebody must approve; empty if there are none. */
  private static CodeBlock approvals(ToolUse use) {
    String names =
        use.types().stream()
            .flatMap(type -> type.tools().stream())
            .filter(Tool::needsApproval)
            .map(tool -> Ascii.literal(tool.name()))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? CodeBlock.of("") : CodeBlock.of(".withApproval($L)", names);
  }

  /** Decodes the arguments of a tool; another method makes them final. */
  private String method(ToolType type, Tool tool) {
    Map<Tool, String> known = methods.computeIfAbsent(type, t -> new LinkedHashMap<>());
    String name = known.get(tool);
    if (name != null) {
      return name;
    }
    name = methodNames.free("decode" + capitalized(tool.method()));
    known.put(tool, name);
    String call = methodNames.free("call" + capitalized(tool.method()));
    specs.add(
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .returns(ClassNames.INVOCATION)
            .addParameter(ClassNames.JSON_IN, "in")
            .addCode(FieldsRule.members(tool.parameters(), readers.values(tool.arguments())))
            .addStatement("return $L($L)", call, FieldsRule.arguments(tool.parameters()))
            .build());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(call)
            .addModifiers(Modifier.PRIVATE)
            .returns(ClassNames.INVOCATION);
    CodeBlock.Builder arguments = CodeBlock.builder();
    Locals names = Locals.ofMethod();
    if (!tool.isStatic()) {
      names.take(Objects.requireNonNull(objects.get(type.java())));
    }
    String comma = "";
    for (Member parameter : tool.parameters()) {
      String argument = names.free(Locals.variable(parameter.javaName()));
      method.addParameter(parameter.slot().java(), argument);
      arguments.add("$L$L", comma, argument);
      comma = ", ";
    }
    CodeBlock invocation =
        tool.isStatic()
            ? CodeBlock.of("$T.$L($L)", type.java(), tool.method(), arguments.build())
            : CodeBlock.of("$L.$L($L)", objects.get(type.java()), tool.method(), arguments.build());
    specs.add(method.addCode(body(tool, invocation, names)).build());
    return name;
  }

  private CodeBlock body(Tool tool, CodeBlock invocation, Locals names) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean isFatal = !tool.fatal().isEmpty();
    String local = names.free("tool");
    if (isFatal) {
      code.add("$T $L = ", ClassNames.INVOCATION, local);
    } else {
      code.add("return ");
    }
    if (tool.result().isEmpty() && !tool.isLater()) {
      code.add("() -> {\n").indent().addStatement("$L", invocation);
      code.addStatement("return $S", DONE).unindent().add("};\n");
    } else {
      code.addStatement("$L", call(tool, invocation, names));
    }
    if (isFatal) {
      CodeBlock fatal =
          tool.fatal().stream()
              .map(type -> CodeBlock.of("$T.class", type))
              .collect(CodeBlock.joining(", "));
      code.addStatement("return $L.fatal($L)", local, fatal);
    }
    return code.build();
  }

  private CodeBlock call(Tool tool, CodeBlock invocation, Locals names) {
    if (tool.result().isEmpty()) {
      return CodeBlock.of("() -> $L.thenApply($L -> $S)", invocation, names.free("nothing"), DONE);
    }
    if (!json.isNeeded(tool.result().get())) {
      return CodeBlock.of("() -> $L", invocation);
    }
    return CodeBlock.of(
        "$T.$L(() -> $L,$W$L)",
        ClassNames.TOOLS,
        tool.isLater() ? "callAsync" : "call",
        invocation,
        json.function(tool.result().get()));
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
