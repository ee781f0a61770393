package dev.gatewayz.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.model.ToolType;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the types whose methods are tools, each once for a client. */
final class ToolReader {
  private final TypeReader types;
  private final Viewer viewer;
  private final Map<String, Optional<ToolType>> known = new HashMap<>();

  ToolReader(TypeReader types, Viewer viewer) {
    this.types = types;
    this.viewer = viewer;
  }

  /** Reads a type; empty if it has mistakes, which are reported the first time. */
  Result<ToolType> read(Attribute<TypeMirror> type) {
    String name = type.value().toString();
    Optional<ToolType> tools = known.get(name);
    if (tools != null) {
      return new Result<>(tools, Findings.NONE);
    }
    Result<ToolType> result = read(type.value(), type.origin());
    known.put(name, result.value());
    return result;
  }

  private Result<ToolType> read(TypeMirror type, Origin origin) {
    if (!(type instanceof DeclaredType declared)) {
      return Result.none(
          Message.TOOL_TYPE, origin, Names.display(type), "Name a class or an interface.");
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (!element.getTypeParameters().isEmpty()) {
      return Result.none(
          Message.TOOL_TYPE,
          origin,
          Names.nested(element),
          "It has type parameters; name a type that extends it with the types you mean.");
    }
    Findings hidden = viewer.check(type, origin);
    viewer.warnings().add(element);
    return hidden.isEmpty() ? tools(element, origin) : Result.none(hidden);
  }

  private Result<ToolType> tools(TypeElement element, Origin origin) {
    Methods methods = new Methods(viewer.round(), element);
    Findings.Builder findings = new Findings.Builder();
    List<Tool> tools = new ArrayList<>();
    boolean isSound = true;
    for (ExecutableElement method : methods.effective()) {
      Optional<Methods.Annotated> annotated = methods.annotated(method, Names.TOOL);
      if (annotated.isPresent()) {
        Result<Tool> tool = tool(annotated.get(), methods);
        findings.addAll(tool.findings());
        isSound &= tool.value().isPresent();
        tool.value().ifPresent(tools::add);
      }
    }
    if (!isSound) {
      return Result.none(findings.build());
    }
    return tools.isEmpty()
        ? Result.none(Message.NO_TOOLS, origin, Names.nested(element))
        : Result.of(new ToolType(ClassName.get(element), tools), findings.build());
  }

  private Result<Tool> tool(Methods.Annotated found, Methods methods) {
    ExecutableElement method = found.method();
    Origin origin = Origin.of(method);
    String name = method.getSimpleName().toString();
    Optional<String> obstacle = obstacle(method);
    if (obstacle.isPresent()) {
      return Result.none(Message.TOOL_METHOD, origin, name, obstacle.get());
    }
    List<ExecutableElement> lineage = methods.lineage(method);
    List<Argument> arguments = arguments(lineage);
    if (arguments.size() < method.getParameters().size()) {
      return Result.none(
          Message.NAMELESS_ARGUMENTS, origin, name, Names.nested(Names.owner(method)));
    }
    ExecutableType signature = methods.signature(method);
    viewer.warnings().add(method, signature);
    AnnotationReader annotation = found.annotation();
    Optional<Javadoc> javadoc =
        annotation.text("value").isPresent() ? Optional.empty() : javadoc(lineage);
    boolean strict = annotation.flag("strict").map(Attribute::value).orElse(true);
    DataReader reader = new DataReader(viewer, strict);
    List<Member> parameters = parameters(lineage, arguments, signature, javadoc, reader);
    if (!reader.findings().isEmpty()) {
      return Result.none(reader.findings());
    }
    TypeMirror returns = MissingTypes.check(signature.getReturnType(), method);
    Written written =
        viewer.round().classFiles().result(method, returns, Written.of(methods.type()));
    boolean isLater =
        Names.of(returns).equals("java.util.concurrent.CompletableFuture")
            || Names.of(returns).equals("java.util.concurrent.CompletionStage");
    return Result.of(
        new Tool(
            annotation.text("name").map(Attribute::value).orElse(name),
            annotation
                .text("value")
                .map(Attribute::value)
                .or(() -> javadoc.map(Javadoc::text))
                .orElse(""),
            name,
            method.getModifiers().contains(Modifier.STATIC),
            parameters,
            arguments(method, parameters, reader, strict),
            result(isLater ? content(written) : written),
            isLater,
            annotation.types("fatal").stream().map(t -> TypeName.get(t.value())).toList(),
            annotation.flag("approval").map(Attribute::value).orElse(false),
            origin));
  }

  /** The nearest that says something: what is said elsewhere may be inherited by saying so. */
  private Optional<Javadoc> javadoc(List<ExecutableElement> lineage) {
    Optional<Javadoc> inherited = Optional.empty();
    for (int i = lineage.size() - 1; i >= 0; i--) {
      String comment = viewer.round().elements().getDocComment(lineage.get(i));
      if (comment != null) {
        inherited = Optional.of(new Javadoc(comment, inherited));
      }
    }
    return inherited;
  }

  private Optional<String> obstacle(ExecutableElement method) {
    if (!method.getTypeParameters().isEmpty()) {
      return Optional.of("it declares a type parameter, and a tool needs concrete types");
    }
    if (!viewer.sees(method)) {
      return Optional.of(
          "the generated client \"" + viewer.implementation() + "\" does not see it");
    }
    boolean throwsAnything =
        method.getThrownTypes().stream().anyMatch(t -> Names.of(t).equals("java.lang.Throwable"));
    return throwsAnything
        ? Optional.of("it throws Throwable, and a tool throws exceptions")
        : Optional.empty();
  }

  /**
   * A parameter of a tool.
   *
   * @param name what the model calls it
   * @param java what its method calls it
   */
  private record Argument(VariableElement element, ParameterMarks said, String name, String java) {}

  /** The parameters; fewer if one has no name. */
  private List<Argument> arguments(List<ExecutableElement> lineage) {
    ExecutableElement method = lineage.get(0);
    List<String> declared = viewer.round().classFiles().parameters(method);
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement element = method.getParameters().get(i);
      ParameterMarks said = ParameterMarks.of(lineage, i);
      Optional<String> written = declared.stream().skip(i).findFirst();
      String java = written.orElse(element.getSimpleName().toString());
      said.var()
          .map(Attribute::value)
          .or(() -> said.annotations().jsonName())
          .or(() -> written)
          .ifPresent(name -> arguments.add(new Argument(element, said, name, java)));
    }
    return arguments;
  }

  private List<Member> parameters(
      List<ExecutableElement> lineage,
      List<Argument> arguments,
      ExecutableType signature,
      Optional<Javadoc> javadoc,
      DataReader reader) {
    ExecutableElement method = lineage.get(0);
    List<Member> members = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Misplaced misplaced = Misplaced.ofTool(lineage);
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      ParameterMarks said = argument.said();
      Origin origin = Origin.of(argument.element());
      reader.addAll(misplaced.check(said, argument.element()));
      TypeMirror type = signature.getParameterTypes().get(i);
      String name = argument.name();
      String java = argument.java();
      Written written = viewer.round().classFiles().parameter(method, i, type);
      Annotations marks = said.annotations().and(written.marks());
      DataPlace place = new DataPlace(written, name, method.getSimpleName().toString(), origin);
      reader
          .slot(place, marks, Annotations.of())
          .map(slot -> javadoc.map(doc -> described(slot, doc, said)).orElse(slot))
          .ifPresent(
              slot ->
                  members.add(
                      new Member(name, SourceVersion.isName(java) ? java : java + "_", slot)));
      if (!taken.add(name)) {
        reader.report(Message.SAME_NAME, origin, method.getSimpleName().toString(), name);
      }
    }
    return members;
  }

  private static Slot described(Slot slot, Javadoc javadoc, ParameterMarks said) {
    Optional<String> text = slot.description();
    for (VariableElement parameter : said.all()) {
      text = text.or(() -> javadoc.parameter(parameter.getSimpleName().toString()));
    }
    return slot.describedBy(text);
  }

  /** The object of the parameters, as if it were a record. */
  private static Structure arguments(
      ExecutableElement method, List<Member> parameters, DataReader reader, boolean strict) {
    String name = method.getSimpleName().toString();
    ClassName owner = ClassName.get((TypeElement) Names.owner(method));
    String key = owner + "#" + method;
    Map<String, Definition> definitions = new LinkedHashMap<>(reader.definitions());
    definitions.put(
        key,
        Definition.Fields.open(key, name, owner, Optional.empty())
            .with(parameters, List.of(), List.of()));
    Slot root = Slot.of(new DataType.Defined(key), owner, Origin.of(method));
    return new Structure(name, root, definitions, strict);
  }

  private Optional<JavaType> result(Written type) {
    return type.type().getKind() == TypeKind.VOID || Names.of(type.type()).equals("java.lang.Void")
        ? Optional.empty()
        : Optional.of(types.read(type, isNullable(type), viewer));
  }

  private boolean isNullable(Written type) {
    viewer.warnings().addNullness(type.isNullable());
    return type.isNullable();
  }

  private Written content(Written future) {
    return future.parts().isEmpty()
        ? Written.of(viewer.round().elements().getTypeElement("java.lang.Object").asType())
        : future.parts().get(0);
  }
}
