package dev.gatewayz.processor.read;

import com.palantir.javapoet.ClassName;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.Surroundings;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Reads prompt interfaces. What cannot be expressed as a {@link ClientDeclaration} is reported
 * here; what can, but makes no sense, is left to the checks. Lives for one round.
 */
public final class ClientReader {
  /** Types that an interface and its client need by these names; asking javac is slow. */
  private static final Set<String> OWN_TYPES =
      Set.of(
          "GatewayzBuilder",
          "GatewayzClient",
          "GatewayzGenerated",
          "GatewayzPrompt",
          "GatewayzTool");

  /** What generated code takes from {@code java.lang}, and what signatures are likely to. */
  private static final List<String> OF_LANGUAGE =
      List.of(
          "Boolean",
          "Byte",
          "CharSequence",
          "Character",
          "Double",
          "Enum",
          "Exception",
          "Float",
          "IllegalArgumentException",
          "IllegalStateException",
          "Integer",
          "Iterable",
          "Long",
          "Number",
          "Object",
          "Override",
          "Record",
          "Short",
          "String",
          "SuppressWarnings",
          "Void");

  private final Round round;
  private final TypeReader types;
  private final Map<String, Set<String>> language = new HashMap<>();

  /** A reader for one round. */
  public ClientReader(Round round) {
    this.round = round;
    this.types = new TypeReader(round);
  }

  /**
   * Reads an interface; empty if there is no client to generate.
   *
   * @throws MissingTypeException if it refers to something that does not exist (yet)
   */
  public Result<ClientDeclaration> read(TypeElement type) {
    Optional<AnnotationReader> client =
        Names.annotation(type, Names.CLIENT).map(a -> new AnnotationReader(type, a));
    Origin origin = client.map(AnnotationReader::origin).orElse(Origin.of(type));
    ClassName name = ClassName.get(type);
    ClassName implementation =
        ClassName.get(name.packageName(), "Gatewayz" + String.join("_", name.simpleNames()));
    Methods methods = new Methods(round, type);
    Result<TypeElement> implementable =
        Interfaces.implementable(type, implementation, client.isPresent(), origin);
    if (implementable.value().isEmpty()) {
      return Result.none(implementable.findings());
    }
    TypeElement taken = round.elements().getTypeElement(implementation.canonicalName());
    boolean isNamedInside =
        methods.declaring().stream()
            .flatMap(declaring -> declaring.getEnclosedElements().stream())
            .filter(Names::isType)
            .anyMatch(member -> member.getSimpleName().contentEquals(implementation.simpleName()));
    if (isNamedInside || (taken != null && Names.annotation(taken, Names.GENERATED).isEmpty())) {
      return Result.none(
          Message.NAME_TAKEN, Origin.of(type), Names.nested(type), implementation.simpleName());
    }
    if (OWN_TYPES.contains(implementation.simpleName())) {
      return Result.none(
          Message.HIDES_ANNOTATION,
          Origin.of(type),
          Names.nested(type),
          implementation.simpleName());
    }
    Result<List<Methods.Annotated>> found = prompts(methods, type);
    List<Methods.Annotated> prompts = found.value().orElse(List.of());
    Optional<Methods.Annotated> modelless =
        prompts.stream().filter(p -> p.annotation().text("model").isEmpty()).findFirst();
    if (client.isEmpty() && modelless.isPresent()) {
      return Result.none(
          Message.NO_CLIENT,
          Origin.of(type),
          type.getSimpleName(),
          modelless.get().method().getSimpleName());
    }
    if (found.findings().haveErrors()) {
      return Result.none(found.findings());
    }
    Findings.Builder findings = new Findings.Builder();
    if (prompts.isEmpty()) {
      findings.add(Message.NO_PROMPTS, origin, Names.nested(type));
    }
    findings.addAll(found.findings());
    CompilerWarnings warnings = new CompilerWarnings();
    warnings.add(type);
    prompts.forEach(p -> warnings.add(p.method(), methods.signature(p.method())));
    Viewer viewer =
        new Viewer(
            round, round.elements().getPackageOf(type), implementation.simpleName(), warnings);
    List<PromptDeclaration> declarations =
        declarations(prompts, methods, new PromptReader(types, viewer), findings);
    Map<Deadline, Attribute<Integer>> deadlines = AnnotationReader.deadlines(List.of(type));
    Settings settings =
        client.map(annotation -> annotation.settings(deadlines)).orElse(Settings.of(deadlines));
    Optional<TemplateText> system =
        client.flatMap(a -> PromptReader.template(a.text("system"), "system"));
    return Result.of(
        new ClientDeclaration(
            name,
            implementation,
            isPublic(type),
            client.flatMap(a -> a.text("name")),
            system,
            settings,
            declarations,
            surroundings(methods, name),
            warnings.names(),
            origin),
        findings.build());
  }

  /** What could not be read of types that were met since this was asked last. */
  public Findings unseen() {
    Findings.Builder findings = new Findings.Builder();
    for (TypeElement type : round.classFiles().unseen()) {
      findings.add(Message.UNSEEN, Origin.of(type), Names.nested(type));
    }
    return findings.build();
  }

  private List<PromptDeclaration> declarations(
      List<Methods.Annotated> prompts,
      Methods methods,
      PromptReader reader,
      Findings.Builder findings) {
    List<PromptDeclaration> declarations = new ArrayList<>();
    for (Methods.Annotated prompt : prompts) {
      try {
        Result<PromptDeclaration> result = reader.read(prompt, methods);
        findings.addAll(result.findings());
        result.value().ifPresent(declarations::add);
      } catch (MissingTypeException e) {
        if (!round.isLast()) {
          throw e;
        }
        findings.addAll(e.before());
      }
    }
    return declarations;
  }

  /** The methods that are to be implemented. */
  private static Result<List<Methods.Annotated>> prompts(Methods methods, TypeElement client) {
    Findings.Builder findings = new Findings.Builder();
    List<Methods.Annotated> prompts = new ArrayList<>();
    for (ExecutableElement method : methods.effective()) {
      Optional<Methods.Annotated> annotated = methods.annotated(method, Names.PROMPT);
      if (annotated.isEmpty()) {
        findings.addAll(checkImplemented(method, methods));
        continue;
      }
      Result<ExecutableElement> possible = PromptMethods.possible(method, methods);
      findings.addAll(possible.findings());
      if (possible.value().isPresent()) {
        Optional<Methods.Annotated> twin = twin(method, prompts, methods);
        if (twin.isEmpty()) {
          prompts.add(annotated.get());
        } else if (!twin.get().declaration().equals(annotated.get().declaration())) {
          findings.addAll(ambiguous(twin.get().method(), method, client));
        } else if (methods.returnsMore(method, twin.get().method())) {
          prompts.set(prompts.indexOf(twin.get()), annotated.get());
        }
      }
    }
    return Result.of(prompts, findings.build());
  }

  /** Something implements a method that is no prompt. */
  private static Findings checkImplemented(ExecutableElement method, Methods methods) {
    boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
    return isAbstract && !methods.isOfObject(method) && !isImplementedWith(method, methods)
        ? Findings.of(Message.NOT_A_PROMPT, Origin.of(method), method.getSimpleName())
        : Findings.NONE;
  }

  /** Whether a prompt of another superinterface has the same signature. */
  private static boolean isImplementedWith(ExecutableElement method, Methods methods) {
    return methods.effective().stream()
        .anyMatch(
            other ->
                methods.areSame(method, other)
                    && methods.annotated(other, Names.PROMPT).isPresent());
  }

  /** The prompt of another superinterface that one method implements as well. */
  private static Optional<Methods.Annotated> twin(
      ExecutableElement method, List<Methods.Annotated> prompts, Methods methods) {
    return prompts.stream().filter(other -> methods.areSame(method, other.method())).findFirst();
  }

  private static Findings ambiguous(
      ExecutableElement one, ExecutableElement other, TypeElement client) {
    return Findings.of(
        Message.TWO_PROMPTS,
        Origin.of(client),
        client.getSimpleName(),
        other.getSimpleName(),
        Names.nested(Names.owner(one)),
        Names.nested(Names.owner(other)));
  }

  private Surroundings surroundings(Methods methods, ClassName name) {
    Set<String> types = new LinkedHashSet<>();
    Set<String> constants = new LinkedHashSet<>();
    Set<String> methodNames = new LinkedHashSet<>();
    for (TypeElement type : methods.declaring()) {
      for (Element member : type.getEnclosedElements()) {
        String memberName = member.getSimpleName().toString();
        if (Names.isType(member)) {
          types.add(memberName);
        } else if (member.getKind() == ElementKind.FIELD) {
          constants.add(memberName);
        } else if (member.getKind() == ElementKind.METHOD) {
          methodNames.add(memberName);
        }
      }
    }
    Set<String> neighbours =
        new LinkedHashSet<>(
            language.computeIfAbsent(name.packageName(), p -> neighbours(p, OF_LANGUAGE)));
    neighbours.addAll(neighbours(name.packageName(), types));
    return new Surroundings(types, constants, methodNames, neighbours);
  }

  /** Those of some names that types of a package have. */
  private Set<String> neighbours(String home, Collection<String> names) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      if (isType(home.isEmpty() ? name : home + "." + name)) {
        found.add(name);
      }
    }
    return found;
  }

  private boolean isType(String name) {
    return round.elements().getTypeElement(name) != null;
  }

  private static boolean isPublic(TypeElement type) {
    return Names.withOuter(type).stream()
        .allMatch(outer -> outer.getModifiers().contains(Modifier.PUBLIC));
  }
}
