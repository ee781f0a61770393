package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The annotations of one thing, wherever the compiler keeps them: those of a component of a record
 * stand on it, its field, its accessor, the parameter of the constructor, or its type, as each
 * annotation's targets have it.
 */
record Annotations(List<AnnotationMirror> all) {
  /** What stands on an annotation that stands for those on it. */
  private static final Set<String> BUNDLES =
      Set.of(
          "com.fasterxml.jackson.annotation.JacksonAnnotationsInside",
          "jakarta.json.bind.annotation.JsonbAnnotation",
          "javax.json.bind.annotation.JsonbAnnotation");

  /** Bundles can stand on themselves. */
  private static final int MOST = 100;

  static Annotations of(AnnotatedConstruct... places) {
    List<AnnotationMirror> all = new ArrayList<>();
    for (AnnotatedConstruct place : places) {
      for (AnnotationMirror annotation : place.getAnnotationMirrors()) {
        add(annotation, all);
      }
    }
    return new Annotations(all);
  }

  /** An annotation, and those that it stands for. */
  private static void add(AnnotationMirror annotation, List<AnnotationMirror> all) {
    all.add(annotation);
    List<? extends AnnotationMirror> inside =
        annotation.getAnnotationType().asElement().getAnnotationMirrors();
    if (all.size() < MOST && inside.stream().anyMatch(a -> BUNDLES.contains(name(a)))) {
      for (AnnotationMirror part : inside) {
        add(part, all);
      }
    }
  }

  private static String name(AnnotationMirror annotation) {
    return Names.of(annotation.getAnnotationType());
  }

  /** These and others. */
  Annotations and(Annotations others) {
    List<AnnotationMirror> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new Annotations(both);
  }

  /** Those of a component, and of its type as it is written there. */
  static Annotations of(RecordComponentElement component, TypeElement type) {
    List<AnnotatedConstruct> places =
        new ArrayList<>(List.of(component, component.asType(), component.getAccessor()));
    field(component, type).ifPresent(places::add);
    parameter(component, type).ifPresent(places::add);
    return of(places.toArray(AnnotatedConstruct[]::new));
  }

  /** The field of a component, which is where compilers point at. */
  static Optional<Element> field(RecordComponentElement component, TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(e -> e.getKind() == ElementKind.FIELD)
        .filter(e -> e.getSimpleName().equals(component.getSimpleName()))
        .<Element>map(e -> e)
        .findFirst();
  }

  private static Optional<VariableElement> parameter(
      RecordComponentElement component, TypeElement type) {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    int index = components.indexOf(component);
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement constructor && isCanonical(constructor, components)) {
        return Optional.of(constructor.getParameters().get(index));
      }
    }
    return Optional.empty();
  }

  /** Whether it takes all components of a record. */
  static boolean isCanonical(
      ExecutableElement constructor, List<? extends RecordComponentElement> components) {
    List<? extends VariableElement> parameters = constructor.getParameters();
    if (constructor.getKind() != ElementKind.CONSTRUCTOR
        || parameters.size() != components.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      String type = Names.display(parameters.get(i).asType());
      if (!type.equals(Names.display(components.get(i).asType()))) {
        return false;
      }
    }
    return true;
  }

  /** What an annotation of that name says, if there is one. */
  Optional<AnnotationValues> find(String name) {
    return all.stream()
        .filter(annotation -> name(annotation).equals(name))
        .findFirst()
        .map(AnnotationValues::of);
  }

  /** Whether there is an annotation of that name. */
  boolean has(String name) {
    return find(name).isPresent();
  }

  /** What the thing means, if that is said. */
  Optional<String> description() {
    return find(Names.DESCRIBE)
        .or(() -> find("com.fasterxml.jackson.annotation.JsonPropertyDescription"))
        .or(() -> find("com.fasterxml.jackson.annotation.JsonClassDescription"))
        .flatMap(values -> values.text("value"))
        .filter(text -> !text.isBlank());
  }

  /** What JSON calls it, if that is said. */
  Optional<String> jsonName() {
    return JsonLibraries.name(this);
  }
}
