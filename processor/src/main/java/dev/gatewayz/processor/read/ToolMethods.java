package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Finds the tools of a type in the order of the source, its own before inherited ones. A method is
 * a tool if it is annotated, or one that it overrides.
 */
final class ToolMethods {
  private final TypeElement type;
  private final Types types;
  private final List<ExecutableElement> all = new ArrayList<>();

  /**
   * A tool.
   *
   * @param method the declaration that counts
   * @param annotated the declaration that makes it a tool: itself, or one that it overrides
   */
  record Found(
      ExecutableElement method, ExecutableElement annotated, AnnotationReader annotation) {}

  ToolMethods(TypeElement type, Types types) {
    this.type = type;
    this.types = types;
    collect(type, new LinkedHashSet<>());
  }

  private void collect(TypeElement from, Set<TypeElement> seen) {
    if (!seen.add(from)) {
      return;
    }
    for (Element member : from.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD) {
        all.add((ExecutableElement) member);
      }
    }
    for (TypeMirror parent : types.directSupertypes(from.asType())) {
      MissingTypes.check(parent, type);
      collect((TypeElement) ((DeclaredType) parent).asElement(), seen);
    }
  }

  List<Found> all() {
    List<Found> found = new ArrayList<>();
    for (ExecutableElement method : all) {
      if (all.stream().noneMatch(other -> overrides(other, method))) {
        found(method).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Found> found(ExecutableElement method) {
    for (ExecutableElement declared : all) {
      if (declared.equals(method) || overrides(method, declared)) {
        Optional<AnnotationMirror> annotation = Names.annotation(declared, Names.TOOL);
        if (annotation.isPresent()) {
          return Optional.of(
              new Found(method, declared, new AnnotationReader(declared, annotation.get())));
        }
      }
    }
    return Optional.empty();
  }

  /** Not every compiler's own answer takes all of this into account. */
  private boolean overrides(ExecutableElement a, ExecutableElement b) {
    return !a.equals(b)
        && a.getSimpleName().equals(b.getSimpleName())
        && !b.getModifiers().contains(Modifier.STATIC)
        && !b.getModifiers().contains(Modifier.PRIVATE)
        && types.isSubtype(erasedOwner(a), erasedOwner(b))
        && types.isSubsignature(signature(a), signature(b));
  }

  private TypeMirror erasedOwner(ExecutableElement method) {
    return types.erasure(Names.owner(method).asType());
  }

  private ExecutableType signature(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }
}
