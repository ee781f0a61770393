package dev.gatewayz.testkit.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of one type: what it is, then its members in the order of their text. */
final class ApiType {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final int OF_METHODS =
      Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;

  private final Class<?> type;
  private final Set<String> hidden;

  /**
   * @param hidden the packages that the type's module keeps to itself
   */
  ApiType(Class<?> type, Set<String> hidden) {
    this.type = type;
    this.hidden = hidden;
  }

  /** Whether users of the module can name the type. */
  boolean isVisible() {
    return isVisible(type);
  }

  private boolean isVisible(Class<?> type) {
    if (type.isAnonymousClass()
        || type.isLocalClass()
        || type.isSynthetic()
        || hidden.contains(type.getPackageName())) {
      return false;
    }
    Class<?> outer = type.getDeclaringClass();
    return outer == null
        ? Modifier.isPublic(type.getModifiers())
        : isVisible(type.getModifiers(), outer) && isVisible(outer);
  }

  /** Members that are protected are of use only to those who can extend the type. */
  private static boolean isVisible(int modifiers, Class<?> owner) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers) && canBeExtended(owner);
  }

  private static boolean canBeExtended(Class<?> type) {
    return !Modifier.isFinal(type.getModifiers())
        && !type.isSealed()
        && Stream.of(type.getDeclaredConstructors())
            .mapToInt(Executable::getModifiers)
            .anyMatch(modifiers -> (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
  }

  List<String> lines() {
    Set<String> members = new TreeSet<>();
    for (Class<?> owner : owners()) {
      addMembers(owner, members);
    }
    List<String> lines = new ArrayList<>();
    lines.add(heading());
    members.forEach(member -> lines.add("  " + member));
    return lines;
  }

  /**
   * The type, and the types it inherits from that nobody can name: what they declare counts as its.
   */
  private Set<Class<?>> owners() {
    Set<Class<?>> owners = new LinkedHashSet<>();
    addOwners(type, owners);
    return owners;
  }

  private void addOwners(Class<?> type, Set<Class<?>> owners) {
    owners.add(type);
    supertypes(type).filter(above -> !isVisible(above)).forEach(above -> addOwners(above, owners));
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
  }

  private void addMembers(Class<?> owner, Set<String> members) {
    for (Field field : owner.getDeclaredFields()) {
      if (isApi(field)) {
        members.add(field(field));
      }
    }
    for (Method method : owner.getDeclaredMethods()) {
      if (isApi(method)) {
        members.add(method(method));
      }
    }
    if (owner == type) {
      for (Constructor<?> constructor : owner.getDeclaredConstructors()) {
        if (isApi(constructor)) {
          members.add(constructor(constructor));
        }
      }
    }
  }

  private boolean isApi(Member member) {
    return !member.isSynthetic()
        && isVisible(member.getModifiers(), type)
        && !OF_EVERY_OBJECT.contains(member.getName());
  }

  private String heading() {
    String kind =
        type.isAnnotation()
            ? "@interface"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    // Of enums, the compiler decides what is final; of interfaces, annotations and records, the
    // language.
    int said = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC;
    if (kind.equals("class")) {
      said |= Modifier.ABSTRACT | Modifier.FINAL;
    }
    String sealing =
        type.isSealed() && !type.isEnum() ? "sealed " : extendsSealed() ? "non-sealed " : "";
    return deprecation(type.isAnnotationPresent(Deprecated.class))
        + modifiers(type.getModifiers() & said)
        + sealing
        + kind
        + " "
        + type.getName()
        + TypeText.parameters(type.getTypeParameters())
        + components()
        + parents()
        + subtypes()
        + meta();
  }

  private boolean extendsSealed() {
    return !type.isSealed()
        && !Modifier.isFinal(type.getModifiers())
        && supertypes(type).anyMatch(Class::isSealed);
  }

  private String components() {
    return type.isRecord()
        ? Stream.of(type.getRecordComponents())
            .map(ApiType::component)
            .collect(Collectors.joining(", ", "(", ")"))
        : "";
  }

  private static String component(RecordComponent component) {
    return TypeText.of(component.getAnnotatedType()) + " " + component.getName();
  }

  private String parents() {
    List<String> parents = new ArrayList<>();
    if (type.getSuperclass() != null
        && type.getSuperclass() != Object.class
        && !type.isEnum()
        && !type.isRecord()) {
      parents.add(TypeText.of(type.getAnnotatedSuperclass()));
    }
    if (!type.isAnnotation()) {
      Stream.of(type.getAnnotatedInterfaces()).map(TypeText::of).sorted().forEach(parents::add);
    }
    return parents.isEmpty() ? "" : " : " + String.join(", ", parents);
  }

  /** Who is permitted; a switch over a type is never complete with those that cannot be named. */
  private String subtypes() {
    if (!type.isSealed() || type.isEnum()) {
      return "";
    }
    List<Class<?>> permitted = List.of(type.getPermittedSubclasses());
    Stream<String> named = permitted.stream().filter(this::isVisible).map(Class::getName).sorted();
    Stream<String> others =
        permitted.stream().allMatch(this::isVisible) ? Stream.of() : Stream.of("...");
    return Stream.concat(named, others).collect(Collectors.joining(", ", " permits ", ""));
  }

  /** Where an annotation may be written and how long it lasts. */
  private String meta() {
    return type.isAnnotation()
        ? Stream.of(type.getAnnotations())
            .filter(
                annotation ->
                    annotation.annotationType().getPackageName().equals("java.lang.annotation"))
            .map(annotation -> " " + AnnotationText.of(annotation))
            .sorted()
            .collect(Collectors.joining())
        : "";
  }

  private static String field(Field field) {
    return deprecation(field.isAnnotationPresent(Deprecated.class))
        + (field.isEnumConstant() ? "" : modifiers(field.getModifiers()))
        + (field.isEnumConstant() ? "constant" : TypeText.of(field.getAnnotatedType()))
        + " "
        + field.getName()
        + Constant.of(field).map(value -> " = " + value).orElse("");
  }

  private static String method(Method method) {
    Object value = method.getDefaultValue();
    return deprecation(method.isAnnotationPresent(Deprecated.class))
        + modifiers(method.getModifiers() & OF_METHODS)
        + (method.isDefault() ? "default " : "")
        + TypeText.parameters(method.getTypeParameters())
        + (method.getTypeParameters().length == 0 ? "" : " ")
        + TypeText.of(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + arguments(method)
        + (value == null ? "" : " default " + AnnotationText.value(value));
  }

  private String constructor(Constructor<?> constructor) {
    return deprecation(constructor.isAnnotationPresent(Deprecated.class))
        + modifiers(constructor.getModifiers() & OF_METHODS)
        + "new"
        + TypeText.parameters(constructor.getTypeParameters())
        + arguments(constructor);
  }

  private static String arguments(Executable executable) {
    String arguments =
        Arrays.stream(executable.getAnnotatedParameterTypes())
            .map(TypeText::of)
            .collect(Collectors.joining(", ", "(", ")"));
    String thrown =
        Arrays.stream(executable.getAnnotatedExceptionTypes())
            .map(TypeText::of)
            .sorted()
            .collect(Collectors.joining(", "));
    return (executable.isVarArgs() ? arguments.replaceFirst("\\[]\\)$", "...)") : arguments)
        + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  private static String modifiers(int modifiers) {
    return modifiers == 0 ? "" : Modifier.toString(modifiers) + " ";
  }

  private static String deprecation(boolean deprecated) {
    return deprecated ? "@Deprecated " : "";
  }
}
