package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.internal.binding.PromptTemplates;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.internal.template.Source;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.PromptText;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.ToolType;
import dev.gatewayz.processor.model.ToolUse;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads one prompt: its templates, its parameters, its return type, its settings. */
final class PromptReader {
  private final TypeReader types;
  private final Viewer viewer;
  private final ToolReader tools;

  PromptReader(TypeReader types, Viewer viewer) {
    this.types = types;
    this.viewer = viewer;
    this.tools = new ToolReader(types, viewer);
  }

  /**
   * Reads a prompt.
   *
   * @param prompt the method
   * @param methods those of the interface
   */
  Result<PromptDeclaration> read(Methods.Annotated prompt, Methods methods) {
    Findings.Builder findings = new Findings.Builder();
    try {
      return Result.of(read(prompt, methods, findings), findings.build());
    } catch (MissingTypeException e) {
      throw e.after(findings.build());
    }
  }

  private PromptDeclaration read(
      Methods.Annotated prompt, Methods methods, Findings.Builder findings) {
    ExecutableElement method = prompt.method();
    ExecutableType signature = methods.signature(method);
    AnnotationReader annotation = prompt.annotation();
    List<ExecutableElement> lineage = methods.lineage(method);
    List<String> names = names(lineage);
    TypeMirror returns = MissingTypes.check(signature.getReturnType(), method);
    findings.addAll(viewer.check(returns, Origin.of(method)));
    viewer.warnings().addNullness(Nullness.isNullable(returns, method));
    Optional<Attribute<Boolean>> strict = annotation.flag("strict");
    boolean isStrict = strict.map(Attribute::value).orElse(true);
    Optional<Attribute<Boolean>> snapshots = annotation.flag("snapshots");
    boolean grows = snapshots.map(Attribute::value).orElse(false);
    Written written =
        viewer.round().classFiles().result(method, returns, Written.of(methods.type()));
    Result<ReturnShape> shape = new ReturnReader(lineage, viewer, isStrict, grows).read(written);
    findings.addAll(shape.findings());
    return new PromptDeclaration(
        method.getSimpleName().toString(),
        annotation.text("id"),
        parameters(lineage, names, signature, findings),
        method.isVarArgs(),
        TypeName.get(returns),
        shape.value(),
        !method.getParameters().isEmpty() && names.isEmpty(),
        text(annotation),
        annotation.settings(AnnotationReader.deadlines(lineage)),
        annotation.texts("unset"),
        strict,
        annotation.number("repair"),
        snapshots,
        tools(annotation, findings),
        Names.nested(Names.owner(method)),
        Origin.of(method),
        annotation.origin());
  }

  private Optional<ToolUse> tools(AnnotationReader annotation, Findings.Builder findings) {
    List<ToolType> read = new ArrayList<>();
    List<Attribute<TypeMirror>> types = annotation.types("tools");
    for (Attribute<TypeMirror> type : types) {
      Result<ToolType> result = tools.read(type);
      findings.addAll(result.findings());
      result.value().ifPresent(read::add);
    }
    return read.size() < types.size()
        ? Optional.empty()
        : Optional.of(
            new ToolUse(
                read,
                annotation.number("maxToolRounds"),
                annotation.text("toolChoice"),
                annotation.origin("tools")));
  }

  private static PromptText text(AnnotationReader annotation) {
    return new PromptText(
        template(annotation.text("system"), "system"),
        template(annotation.text("value"), "template"),
        annotation.text("resource"),
        examples(annotation),
        annotation.texts("untrustedInSystem"));
  }

  private static List<PromptTemplates.Example> examples(AnnotationReader annotation) {
    List<PromptTemplates.Example> examples = new ArrayList<>();
    for (AnnotationReader example : annotation.annotations("examples")) {
      String label = "example " + (examples.size() + 1);
      Optional<TemplateText> user = template(example.text("user"), label + " user");
      Optional<TemplateText> assistant = template(example.text("assistant"), label + " assistant");
      if (user.isPresent() && assistant.isPresent()) {
        examples.add(new PromptTemplates.Example(user.get(), assistant.get()));
      }
    }
    return examples;
  }

  static Optional<TemplateText> template(Optional<Attribute<String>> text, String label) {
    return text.map(t -> new TemplateText(new Source(label, t.value()), t.origin()));
  }

  /**
   * What templates call the parameters: what they are called where the template is written, or, if
   * a class file has lost that, where the method is declared anew. Empty if nobody knows.
   */
  private List<String> names(List<ExecutableElement> lineage) {
    List<ExecutableElement> declarations = new ArrayList<>();
    for (ExecutableElement method : lineage) {
      if (Names.annotation(method, Names.PROMPT).isPresent()) {
        declarations.add(method);
        break;
      }
    }
    declarations.add(lineage.get(0));
    return declarations.stream()
        .map(viewer.round().classFiles()::parameters)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Parameter> parameters(
      List<ExecutableElement> lineage,
      List<String> labels,
      ExecutableType signature,
      Findings.Builder findings) {
    ExecutableElement method = lineage.get(0);
    List<Parameter> parameters = new ArrayList<>();
    Locals names = Locals.ofMethod();
    names.take("rendering");
    names.take("client");
    Misplaced misplaced = Misplaced.ofPrompt(lineage);
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement element = method.getParameters().get(i);
      TypeMirror type = MissingTypes.check(signature.getParameterTypes().get(i), method);
      findings.addAll(viewer.check(type, Origin.of(element)));
      Written written = viewer.round().classFiles().parameter(method, i, type);
      String label = labels.isEmpty() ? element.getSimpleName().toString() : labels.get(i);
      ParameterMarks said = ParameterMarks.of(lineage, i);
      findings.addAll(misplaced.check(said, element));
      parameters.add(parameter(said, label, element, written, names));
    }
    return parameters;
  }

  private Parameter parameter(
      ParameterMarks said, String called, VariableElement element, Written type, Locals names) {
    String name = element.getSimpleName().toString();
    String javaName = names.free(Locals.variable(SourceVersion.isName(name) ? name : name + "_"));
    Optional<Attribute<String>> label = said.var();
    boolean nullable = type.isNullable() || Nullness.isNullable(element);
    viewer.warnings().addNullness(nullable);
    JavaType javaType = types.read(type, nullable, viewer);
    Set<Parameter.Mark> marks = marks(said);
    return new Parameter(
        javaName,
        label.map(Attribute::value).orElse(called),
        role(javaType, marks),
        javaType,
        TypeName.get(type.type()),
        marks,
        label.map(Attribute::origin).orElse(Origin.of(element)));
  }

  private static Set<Parameter.Mark> marks(ParameterMarks said) {
    Set<Parameter.Mark> marks = new HashSet<>();
    said.find(Names.HISTORY).ifPresent(a -> marks.add(Parameter.Mark.HISTORY));
    said.find(Names.JSON).ifPresent(a -> marks.add(Parameter.Mark.JSON));
    said.find(Names.UNTRUSTED).ifPresent(a -> marks.add(Parameter.Mark.UNTRUSTED));
    return marks;
  }

  private static Variable.Role role(JavaType type, Set<Parameter.Mark> marks) {
    Kind kind = type.kind();
    boolean hasContent = kind.hasElements() || kind == Kind.OPTIONAL;
    Kind content = hasContent ? type.component().kind() : kind;
    if (kind == Kind.OPTIONS) {
      return Variable.Role.OPTIONS;
    }
    if (marks.contains(Parameter.Mark.HISTORY) || (kind.hasElements() && content == Kind.MESSAGE)) {
      return Variable.Role.HISTORY;
    }
    return content == Kind.PART ? Variable.Role.PART : Variable.Role.VARIABLE;
  }
}
