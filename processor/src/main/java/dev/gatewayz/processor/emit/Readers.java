package dev.gatewayz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The readers of a client: one method for each record and each union, one constant for each type of
 * answer, however many prompts use them.
 */
final class Readers {
  private final ClassName client;
  private final Locals constantNames;
  private final Locals methodNames;
  private final Map<String, String> methods = new HashMap<>();
  private final Map<String, MethodSpec> specs = new LinkedHashMap<>();
  private final GrowingRule growing;
  private final Map<String, FieldSpec> answers = new LinkedHashMap<>();
  private final Map<Constraint.Matching, FieldSpec> patterns = new LinkedHashMap<>();

  /**
   * No readers yet.
   *
   * @param constantNames names of constants, which are taken
   * @param methodNames names of methods, which are taken
   */
  Readers(ClassName client, Locals constantNames, Locals methodNames) {
    this.client = client;
    this.constantNames = constantNames;
    this.methodNames = methodNames;
    this.growing = new GrowingRule(client, methodNames, this);
  }

  /**
   * The constant that reads a structure.
   *
   * @param isPart whether it is an element of what the schema describes, and so not wrapped
   */
  String answer(Structure structure, boolean isPart) {
    CodeBlock reader = values(structure).reader(structure.root());
    CodeBlock whole =
        structure.isWrapped() && !isPart ? CodeBlock.of("in -> in.wrapped($L)", reader) : reader;
    String key = structure.root().java() + " " + whole;
    FieldSpec known = answers.get(key);
    if (known == null) {
      known =
          FieldSpec.builder(
                  ParameterizedTypeName.get(ClassNames.ANSWER_TYPE, structure.root().java().box()),
                  constantNames.free(ConstantRule.name(structure.name()) + "_ANSWER"))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$T.of($L)", ClassNames.ANSWER_TYPE, whole)
              .build();
      answers.put(key, known);
    }
    return known.name();
  }

  /** An expression that says how the root of a structure, a record, grows. */
  CodeBlock growing(Structure structure) {
    return growing.of(structure, structure.root());
  }

  /** Constants, each for a pattern or a type of answer. */
  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>(patterns.values());
    constants.addAll(answers.values());
    return constants;
  }

  /** Methods, each for a record or a union. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>(specs.values());
    methods.addAll(growing.methods());
    return methods;
  }

  /** Writes expressions that read parts of a structure. */
  ValueReading values(Structure structure) {
    return new ValueReading(
        client, key -> method(structure, key), new ConstraintRule(this::pattern));
  }

  private String pattern(Constraint.Matching matching) {
    FieldSpec known = patterns.get(matching);
    if (known == null) {
      CodeBlock flags =
          matching.flags() == 0 ? CodeBlock.of("") : CodeBlock.of(", $L", matching.flags());
      known =
          FieldSpec.builder(ClassNames.PATTERN, constantNames.free("PATTERN"))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer(
                  "$T.compile($L$L)", ClassNames.PATTERN, Ascii.literal(matching.regex()), flags)
              .build();
      patterns.put(matching, known);
    }
    return known.name();
  }

  /** The method that reads the definition of a key. */
  private String method(Structure structure, String key) {
    String method = methods.get(key);
    if (method == null) {
      Definition definition = structure.definition(key);
      method = methodNames.free("read" + definition.name());
      methods.put(key, method);
      // Holds the place: what is read first comes first.
      specs.put(key, MethodSpec.methodBuilder(method).build());
      specs.put(key, spec(structure, definition, method));
    }
    return method;
  }

  private MethodSpec spec(Structure structure, Definition definition, String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(definition.java())
            .addParameter(ClassNames.JSON_IN, "in");
    method.addCode(
        definition.match(
            fields -> FieldsRule.read(fields, values(structure)),
            union ->
                CodeBlock.builder().addStatement("return $L", union(structure, union)).build()));
    return method.build();
  }

  private CodeBlock union(Structure structure, Definition.Union union) {
    String tags =
        union.variants().stream()
            .map(variant -> Ascii.literal(variant.tag()))
            .collect(Collectors.joining(", "));
    CodeBlock readers =
        union.variants().stream()
            .map(variant -> CodeBlock.of("$T::$L", client, method(structure, variant.key())))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.of(
        "in.union($L, new String[] {$L},$W$T.of($L))",
        Ascii.literal(union.discriminator()),
        tags,
        List.class,
        readers);
  }
}
