package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The annotations of the properties of a type, on whatever stands for one: its field, its getter,
 * its setter, a component of a record, in the type and in all that it extends.
 */
final class PropertyMarks {
  private static final Set<String> VALUE_TYPES =
      Set.of(
          "org.immutables.value.Value.Immutable",
          "org.immutables.value.Value.Modifiable",
          "com.google.auto.value.AutoValue");

  private final Set<TypeElement> family = new LinkedHashSet<>();
  private final TypeElement type;
  private final Annotations ofType;
  private final Optional<NameStyle> style;

  PropertyMarks(TypeElement type) {
    this.type = type;
    collect(type);
    this.ofType = Annotations.of(family.toArray(Element[]::new));
    this.style = JsonLibraries.style(ofType);
  }

  private void collect(TypeElement from) {
    if (from.getQualifiedName().toString().startsWith("java.") || !family.add(from)) {
      return;
    }
    List<TypeMirror> parents = new ArrayList<>(List.of(from.getSuperclass()));
    parents.addAll(from.getInterfaces());
    for (TypeMirror parent : parents) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        collect(element);
      }
    }
  }

  TypeElement element() {
    return type;
  }

  /** Those of the type itself and of all that it extends. */
  Annotations ofType() {
    return ofType;
  }

  /**
   * Those of a property.
   *
   * @param member how it is read
   */
  Annotations of(String property, Element member) {
    Annotations marks = Annotations.of(member);
    for (TypeElement declaring : family) {
      for (Element candidate : declaring.getEnclosedElements()) {
        if (standsFor(candidate, property, member.getSimpleName().toString())) {
          marks = marks.and(Annotations.of(candidate));
        }
      }
    }
    for (RecordComponentElement component : type.getRecordComponents()) {
      if (member.equals(component.getAccessor())) {
        marks = marks.and(Annotations.of(component, type));
      }
    }
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      for (VariableElement parameter : constructor.getParameters()) {
        Annotations ofParameter = Annotations.of(parameter);
        if (parameter.getSimpleName().contentEquals(property)
            || ofParameter.jsonName().filter(property::equals).isPresent()) {
          marks = marks.and(ofParameter);
        }
      }
    }
    return marks;
  }

  /** What JSON calls a property. */
  String jsonName(String property, Annotations ofProperty) {
    return ofProperty
        .jsonName()
        .orElseGet(() -> style.map(style -> style.spell(property)).orElse(property));
  }

  /** Whether JSON is to go without a property, for what is said of it or of the type. */
  boolean ignores(String property, Annotations ofProperty, JsonLibraries.Way way) {
    return JsonLibraries.ignores(ofProperty, way)
        || JsonLibraries.omitted(ofType, way).has(property, jsonName(property, ofProperty))
        || (exposesSome(way) && !JsonLibraries.isExposed(ofProperty, way));
  }

  /** Gson's annotation has no effect but where all others are left out. */
  private boolean exposesSome(JsonLibraries.Way way) {
    return family.stream()
        .flatMap(declaring -> ElementFilter.fieldsIn(declaring.getEnclosedElements()).stream())
        .anyMatch(field -> JsonLibraries.isExposed(Annotations.of(field), way));
  }

  /**
   * Whether a type shows a property though nothing is said of it.
   *
   * @param member how it is read
   */
  boolean shows(String property, Element member) {
    boolean isMethod = member instanceof ExecutableElement;
    String kind = "fieldVisibility";
    if (isMethod) {
      boolean isIs = member.getSimpleName().toString().startsWith("is");
      kind = isIs ? "isGetterVisibility" : "getterVisibility";
    }
    Optional<String> level = JsonLibraries.visibility(ofType, kind);
    return level.isEmpty()
        || isWithin(level.get(), member)
        || (isMethod
            && family.stream()
                .flatMap(from -> ElementFilter.fieldsIn(from.getEnclosedElements()).stream())
                .filter(field -> field.getSimpleName().contentEquals(property))
                .anyMatch(
                    field ->
                        isWithin(
                            JsonLibraries.visibility(ofType, "fieldVisibility")
                                .orElse("PUBLIC_ONLY"),
                            field)));
  }

  /**
   * Whether a method is an attribute of a value type that Immutables or AutoValue implement: they
   * need no {@code get} before the name.
   */
  boolean isAttribute(Element member) {
    for (TypeElement declaring : family) {
      if (VALUE_TYPES.stream().anyMatch(Annotations.of(declaring)::has)) {
        for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
          if (method.getSimpleName().equals(member.getSimpleName())
              && method.getModifiers().contains(Modifier.ABSTRACT)
              && member instanceof ExecutableElement) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * The code that decides how the type is written; Jackson may write it as a subtype of its own.
   */
  Optional<String> code() {
    return ownCode().or(this::told).or(this::anyGetter);
  }

  /** A type of which Jackson says of what class a value is, though it is no union. */
  private Optional<String> told() {
    return UnionMarks.unfollowed(ofType)
        .or(
            () ->
                family.stream()
                    .filter(parent -> !Variants.isUnion(parent))
                    .filter(parent -> UnionMarks.areTold(Annotations.of(parent)))
                    .findFirst()
                    .map(parent -> "@JsonTypeInfo"));
  }

  private Optional<String> anyGetter() {
    return family.stream()
        .flatMap(declaring -> declaring.getEnclosedElements().stream())
        .flatMap(m -> Unfollowed.flag(Annotations.of(m), "JsonAnyGetter", "enabled").stream())
        .findFirst();
  }

  private Optional<String> ownCode() {
    return JsonLibraries.code(ofType)
        .filter(
            name ->
                JsonLibraries.shownAs(ofType)
                    .filter(as -> Names.of(as.asType()).equals(name))
                    .filter(as -> new PropertyMarks(as).family.contains(type))
                    .isEmpty());
  }

  /** The field or method that is the whole value of the type in JSON. */
  Optional<Element> whole() {
    return family.stream()
        .flatMap(declaring -> declaring.getEnclosedElements().stream())
        .<Element>map(member -> member)
        .filter(member -> JsonLibraries.isValue(Annotations.of(member)))
        .findFirst();
  }

  /**
   * What makes the type of its JSON, where that need not be an object of its parts, or one of its
   * constants.
   */
  Optional<String> maker() {
    return whole()
        .or(() -> type.getEnclosedElements().stream().filter(this::isMaker).findFirst())
        .map(
            member ->
                member.getKind() == ElementKind.CONSTRUCTOR
                    ? "the constructor of " + Names.nested(type)
                    : PropertyReader.place(member))
        .or(() -> JsonLibraries.readingCode(Annotations.of(type)));
  }

  /**
   * The only component of a record that is its value in JSON, too: by {@code @JsonValue}, or by a
   * constructor that says so.
   */
  Optional<RecordComponentElement> wrapped() {
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    if (components.size() != 1) {
      return Optional.empty();
    }
    Optional<Element> whole = whole();
    String mode = "";
    for (Element member : type.getEnclosedElements()) {
      Optional<String> found = JsonLibraries.creatorMode(Annotations.of(member));
      boolean isOfParts =
          member instanceof ExecutableElement maker && Annotations.isCanonical(maker, components);
      if (found.isPresent() && !isOfParts) {
        return Optional.empty();
      }
      mode = found.orElse(mode);
    }
    boolean isValue =
        whole.isPresent()
            && whole.get().getSimpleName().equals(components.get(0).getSimpleName())
            && !mode.equals("PROPERTIES");
    boolean isDelegated = whole.isEmpty() && mode.equals("DELEGATING");
    return (isValue || isDelegated) && JsonLibraries.readingCode(Annotations.of(type)).isEmpty()
        ? Optional.of(components.get(0))
        : Optional.empty();
  }

  /**
   * The names of properties in JSON in the order that is said of them: those that the type names,
   * those that have a place of their own, and the others.
   *
   * @param names by the names that Java has for them
   * @param places of those that have one, by the names in JSON
   */
  List<String> order(Map<String, String> names, Map<String, Integer> places) {
    List<String> order = new ArrayList<>(names.values());
    Optional<AnnotationValues> said = JsonLibraries.order(ofType);
    List<String> first =
        said.map(values -> values.texts("value")).orElse(List.of()).stream()
            .map(name -> names.getOrDefault(name, name))
            .toList();
    if (said.flatMap(values -> values.constant("alphabetic", Boolean.class)).orElse(false)) {
      order.sort(Comparator.naturalOrder());
    }
    order.sort(
        Comparator.comparingInt(
                (String name) -> first.contains(name) ? first.indexOf(name) : first.size())
            .thenComparingInt(name -> places.getOrDefault(name, Integer.MAX_VALUE)));
    return order;
  }

  private boolean isMaker(Element member) {
    boolean isOfParts =
        member instanceof ExecutableElement constructor
            && Annotations.isCanonical(constructor, type.getRecordComponents());
    return JsonLibraries.isCreator(Annotations.of(member), isOfParts);
  }

  private static boolean isWithin(String level, Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    return switch (level) {
      case "ANY" -> true;
      case "NON_PRIVATE" -> !modifiers.contains(Modifier.PRIVATE);
      case "PROTECTED_AND_PUBLIC" ->
          modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
      case "PUBLIC_ONLY" -> modifiers.contains(Modifier.PUBLIC);
      default -> false;
    };
  }

  private static boolean standsFor(Element candidate, String property, String reader) {
    String name = candidate.getSimpleName().toString();
    if (candidate.getKind() == ElementKind.FIELD) {
      return name.equals(property);
    }
    if (!(candidate instanceof ExecutableElement method)) {
      return false;
    }
    return switch (method.getParameters().size()) {
      case 0 -> name.equals(reader);
      case 1 -> name.startsWith("set") && name.substring(3).equalsIgnoreCase(property);
      default -> false;
    };
  }
}
