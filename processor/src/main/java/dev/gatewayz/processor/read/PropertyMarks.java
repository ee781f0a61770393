package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The annotations of the properties of a type, on whatever stands for one: its field, its getter,
 * its setter, a component of a record, in the type and in all that it extends.
 */
final class PropertyMarks {
  private final Set<TypeElement> family = new LinkedHashSet<>();
  private final TypeElement type;

  PropertyMarks(TypeElement type) {
    this.type = type;
    collect(type);
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

  /** Those of the type itself and of all that it extends. */
  Annotations ofType() {
    return Annotations.of(family.toArray(Element[]::new));
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
    return marks;
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
