package dev.gatewayz.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Lombok adds members to types that are compiled, and does so before or after this processor in the
 * same round, as the user happens to order them.
 */
final class Lombok {
  private static final String GETTER = "lombok.Getter";
  private static final String ACCESSORS = "lombok.experimental.Accessors";
  private static final List<String> WITH_GETTERS = List.of(GETTER, "lombok.Data", "lombok.Value");

  private Lombok() {}

  /**
   * Waits for the next round if a type lacks what Lombok has yet to add.
   *
   * @throws MissingTypeException if it does
   */
  static void check(TypeElement type) {
    if (isUnfinished(type)) {
      String missing = "what Lombok adds to " + Names.nested(type);
      throw new MissingTypeException(missing, Optional.of(type)).byLombok();
    }
  }

  private static boolean isUnfinished(TypeElement type) {
    if (type.getKind() != ElementKind.CLASS) {
      return false;
    }
    List<? extends AnnotationMirror> annotations = type.getAnnotationMirrors();
    boolean isAll =
        !annotations.isEmpty()
            && WITH_GETTERS.stream().anyMatch(name -> Names.annotation(type, name).isPresent());
    Set<String> methods = new HashSet<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD) {
        methods.add(member.getSimpleName().toString().toLowerCase(Locale.ROOT));
      }
    }
    // Getters then need not have the names of their fields.
    if (Names.annotation(type, ACCESSORS).isPresent() && !methods.isEmpty()) {
      return false;
    }
    return type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.FIELD)
        .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
        .filter(member -> isAll ? !isMarked(member) : Names.annotation(member, GETTER).isPresent())
        .anyMatch(field -> !hasGetter(field, methods));
  }

  /** Whether what holds for the type may not hold for the field. */
  private static boolean isMarked(Element field) {
    return Names.annotation(field, GETTER).isPresent()
        || field.getSimpleName().toString().startsWith("$");
  }

  private static boolean hasGetter(Element field, Set<String> methods) {
    String name = field.getSimpleName().toString().toLowerCase(Locale.ROOT);
    String bare = name.startsWith("is") ? name.substring(2) : name;
    return methods.contains(name)
        || methods.contains("get" + name)
        || methods.contains("is" + name)
        || methods.contains("get" + bare)
        || methods.contains("is" + bare);
  }
}
