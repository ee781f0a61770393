package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Finds the methods of a type in the order of the source, its own before inherited ones and
 * overridden ones left out.
 */
final class Methods {
  private final Round round;
  private final Types types;
  private final TypeElement type;
  private final List<ExecutableElement> all = new ArrayList<>();
  private final Set<TypeElement> declaring = new LinkedHashSet<>();

  Methods(Round round, TypeElement type) {
    this.round = round;
    this.types = round.types();
    this.type = type;
    collect(type);
  }

  /**
   * A method with an annotation that says what it is for.
   *
   * @param method the declaration that counts
   * @param declaration the one that is annotated: itself, or one that it overrides
   */
  record Annotated(
      ExecutableElement method, ExecutableElement declaration, AnnotationReader annotation) {}

  private void collect(TypeElement from) {
    if (!declaring.add(from)) {
      return;
    }
    for (Element member : from.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD) {
        all.add((ExecutableElement) member);
      }
    }
    TypeMirror superclass = from.getSuperclass();
    Stream.concat(Stream.of(superclass), from.getInterfaces().stream())
        .filter(parent -> parent.getKind() != TypeKind.NONE)
        .map(parent -> MissingTypes.check(parent, from))
        .forEach(parent -> collect((TypeElement) ((DeclaredType) parent).asElement()));
  }

  /** The type whose methods these are. */
  TypeMirror type() {
    return type.asType();
  }

  /** The type and all that it extends. */
  Set<TypeElement> declaring() {
    return declaring;
  }

  /** The methods that count: each is overridden by no other. */
  List<ExecutableElement> effective() {
    return all.stream().filter(m -> all.stream().noneMatch(o -> overrides(o, m))).toList();
  }

  /** The method, if it or one that it overrides has the annotation; the nearest one counts. */
  Optional<Annotated> annotated(ExecutableElement method, String annotation) {
    List<ExecutableElement> candidates =
        all.stream()
            .filter(declared -> declared.equals(method) || overrides(method, declared))
            .filter(declared -> Names.annotation(declared, annotation).isPresent())
            .toList();
    return candidates.stream()
        .filter(c -> candidates.stream().noneMatch(o -> overrides(o, c)))
        .findFirst()
        .flatMap(
            declared ->
                Names.annotation(declared, annotation)
                    .map(a -> new Annotated(method, declared, new AnnotationReader(declared, a))));
  }

  /**
   * The method, and all that are implemented with it, from the nearest to the farthest: what any of
   * them says of a parameter holds.
   */
  List<ExecutableElement> lineage(ExecutableElement method) {
    List<ExecutableElement> lineage = new ArrayList<>(List.of(method));
    all.stream()
        .filter(declared -> overrides(method, declared) || areSame(method, declared))
        .forEach(lineage::add);
    return lineage;
  }

  /** Whether one method implements both, though neither overrides the other. */
  boolean areSame(ExecutableElement a, ExecutableElement b) {
    return !a.equals(b)
        && a.getSimpleName().equals(b.getSimpleName())
        && (types.isSubsignature(signature(a), signature(b))
            || types.isSubsignature(signature(b), signature(a)));
  }

  /** Whether what one method returns is more specific than what the other does. */
  boolean returnsMore(ExecutableElement a, ExecutableElement b) {
    return types.isSubtype(signature(a).getReturnType(), signature(b).getReturnType())
        && !types.isSameType(signature(a).getReturnType(), signature(b).getReturnType());
  }

  /** The method with the types that it has in the type. */
  ExecutableType signature(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
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

  /** Whether every object has such a method, so that no client need implement it. */
  boolean isOfObject(ExecutableElement method) {
    TypeElement object = round.elements().getTypeElement("java.lang.Object");
    for (Element member : object.getEnclosedElements()) {
      if (member instanceof ExecutableElement inherited
          && inherited.getModifiers().contains(Modifier.PUBLIC)
          && inherited.getSimpleName().equals(method.getSimpleName())
          && types.isSubsignature(
              (ExecutableType) method.asType(), (ExecutableType) inherited.asType())) {
        return true;
      }
    }
    return false;
  }
}
