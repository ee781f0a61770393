package dev.gatewayz.processor.read;

import com.palantir.javapoet.ClassName;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.TemplateText;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads prompt interfaces. What cannot be expressed as a {@link ClientDeclaration} is reported
 * here; what can, but makes no sense, is left to the checks. Lives for one round.
 */
public final class ClientReader {
  private final Elements elements;
  private final Types types;
  private final TypeReader reader;
  private final boolean isLast;

  /**
   * A reader for one round.
   *
   * @param isLast whether no more types will come, so that prompts which lack some are passed over
   */
  public ClientReader(Elements elements, Types types, boolean isLast) {
    this.isLast = isLast;
    this.elements = elements;
    this.types = types;
    this.reader = new TypeReader(elements, types);
  }

  /**
   * Reads an interface; empty if there is no client to generate.
   *
   * @throws MissingTypeException if it refers to something that does not exist (yet)
   */
  public Optional<ClientDeclaration> read(TypeElement type, Findings findings) {
    Optional<AnnotationReader> client =
        Names.annotation(type, Names.CLIENT).map(a -> new AnnotationReader(type, a));
    Origin origin = client.map(AnnotationReader::origin).orElse(Origin.of(type));
    ClassName name = ClassName.get(type);
    ClassName implementation =
        ClassName.get(name.packageName(), "Gatewayz" + String.join("_", name.simpleNames()));
    Methods methods = new Methods(elements, types, type);
    if (!Interfaces.canBeImplemented(type, implementation, client.isPresent(), origin, findings)) {
      return Optional.empty();
    }
    TypeElement taken = elements.getTypeElement(implementation.canonicalName());
    if (taken != null && Names.annotation(taken, Names.GENERATED).isEmpty()) {
      findings.add(
          Message.NAME_TAKEN, Origin.of(type), Names.nested(type), implementation.simpleName());
      return Optional.empty();
    }
    Map<Deadline, Attribute<Integer>> deadlines = AnnotationReader.deadlines(type);
    Settings settings =
        client
            .map(annotation -> annotation.settings(deadlines))
            .orElse(new Settings(Optional.empty(), Optional.empty(), Map.of(), deadlines));
    Findings mistakes = new Findings();
    List<Found> prompts = prompts(methods, type, mistakes);
    if (client.isEmpty() && lacksModel(prompts, type, findings)) {
      return Optional.empty();
    }
    if (prompts.isEmpty() && !mistakes.haveErrors()) {
      findings.add(Message.NO_PROMPTS, origin, Names.nested(type));
    }
    findings.addAll(mistakes);
    if (mistakes.haveErrors()) {
      return Optional.empty();
    }
    CompilerWarnings warnings = new CompilerWarnings();
    warnings.add(type, prompts.stream().map(Found::method).toList());
    Viewer viewer = new Viewer(elements.getPackageOf(type), warnings);
    PromptReader promptReader =
        new PromptReader(reader, elements, types, viewer, implementation.simpleName());
    List<PromptDeclaration> declarations = new ArrayList<>();
    for (Found prompt : prompts) {
      try {
        declarations.add(
            promptReader.read(
                prompt.method, methods.signature(prompt.method), prompt.annotation, findings));
      } catch (MissingTypeException e) {
        if (!isLast) {
          throw e;
        }
      }
    }
    Optional<TemplateText> system =
        client.flatMap(a -> PromptReader.template(a.text("system"), "system"));
    return Optional.of(
        new ClientDeclaration(
            name,
            implementation,
            isPublic(type),
            system,
            settings,
            declarations,
            memberTypes(methods),
            warnings.names(),
            origin));
  }

  /** A method that is to be implemented, with the annotation that says how. */
  private record Found(ExecutableElement method, AnnotationReader annotation) {}

  private List<Found> prompts(Methods methods, TypeElement client, Findings findings) {
    List<Found> prompts = new ArrayList<>();
    for (ExecutableElement method : methods.effective()) {
      Optional<ExecutableElement> annotated = methods.annotated(method, Names.PROMPT);
      boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
      if (isAbstract
          && annotated.isEmpty()
          && !methods.isOfObject(method)
          && !isImplementedWith(method, methods)) {
        findings.add(Message.NOT_A_PROMPT, Origin.of(method), method.getSimpleName());
      } else if (annotated.isPresent()) {
        AnnotationMirror annotation = Names.annotation(annotated.get(), Names.PROMPT).orElseThrow();
        if (PromptMethods.canBePrompt(method, methods, findings)
            && isOnlyPrompt(method, prompts, methods, client, findings)) {
          prompts.add(new Found(method, new AnnotationReader(annotated.get(), annotation)));
        }
      }
    }
    return prompts;
  }

  /** Whether a prompt of another superinterface has the same signature. */
  private static boolean isImplementedWith(ExecutableElement method, Methods methods) {
    return methods.effective().stream()
        .anyMatch(
            other ->
                methods.areSame(method, other)
                    && methods.annotated(other, Names.PROMPT).isPresent());
  }

  private static boolean isOnlyPrompt(
      ExecutableElement method,
      List<Found> prompts,
      Methods methods,
      TypeElement client,
      Findings findings) {
    for (Found other : prompts) {
      if (methods.areSame(method, other.method)) {
        findings.add(
            Message.TWO_PROMPTS,
            Origin.of(client),
            client.getSimpleName(),
            method.getSimpleName(),
            Names.nested(Names.owner(other.method)),
            Names.nested(Names.owner(method)));
        return false;
      }
    }
    return true;
  }

  private static boolean lacksModel(List<Found> prompts, TypeElement type, Findings findings) {
    for (Found prompt : prompts) {
      if (prompt.annotation.text("model").isEmpty()) {
        findings.add(
            Message.NO_CLIENT,
            Origin.of(type),
            type.getSimpleName(),
            prompt.method.getSimpleName());
        return true;
      }
    }
    return false;
  }

  private static Set<String> memberTypes(Methods methods) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement type : methods.interfaces()) {
      for (Element member : type.getEnclosedElements()) {
        if (Names.isType(member)) {
          names.add(member.getSimpleName().toString());
        }
      }
    }
    return names;
  }

  private static boolean isPublic(TypeElement type) {
    return Names.withOuter(type).stream()
        .allMatch(outer -> outer.getModifiers().contains(Modifier.PUBLIC));
  }
}
