package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the methods of an interface, inherited ones included and overridden ones left out. */
final class Methods {
  private final Elements elements;
  private final Types types;
  private final TypeElement client;
  private final List<ExecutableElement> all = new ArrayList<>();
  private final Set<TypeElement> interfaces = new LinkedHashSet<>();

  Methods(Elements elements, Types types, TypeElement client) {
    this.elements = elements;
    this.types = types;
    this.client = client;
    collect(client);
  }

  private void collect(TypeElement type) {
    if (!interfaces.add(type)) {
      return;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD) {
        all.add((ExecutableElement) member);
      }
    }
    for (TypeMirror parent : type.getInterfaces()) {
      MissingTypes.check(parent, type);
      collect((TypeElement) ((DeclaredType) parent).asElement());
    }
  }

  /** The interface and all that it extends. */
  Set<TypeElement> interfaces() {
    return interfaces;
  }

  /** The methods that count: each is overridden by no other. */
  List<ExecutableElement> effective() {
    return all.stream().filter(m -> all.stream().noneMatch(o -> overrides(o, m))).toList();
  }

  /** The nearest declaration of {@code method} that has the annotation of that name. */
  Optional<ExecutableElement> annotated(ExecutableElement method, String annotation) {
    if (Names.annotation(method, annotation).isPresent()) {
      return Optional.of(method);
    }
    List<ExecutableElement> candidates =
        all.stream()
            .filter(o -> overrides(method, o) && Names.annotation(o, annotation).isPresent())
            .toList();
    return candidates.stream()
        .filter(c -> candidates.stream().noneMatch(o -> overrides(o, c)))
        .findFirst();
  }

  /** Whether one method implements both, though neither overrides the other. */
  boolean areSame(ExecutableElement a, ExecutableElement b) {
    return !a.equals(b)
        && a.getSimpleName().equals(b.getSimpleName())
        && (types.isSubsignature(signature(a), signature(b))
            || types.isSubsignature(signature(b), signature(a)));
  }

  /** The method with the types that it has in the client. */
  ExecutableType signature(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) client.asType(), method);
  }

  private boolean overrides(ExecutableElement a, ExecutableElement b) {
    return !a.equals(b)
        && a.getSimpleName().equals(b.getSimpleName())
        && !b.getModifiers().contains(Modifier.STATIC)
        && extendsOwner(a, b)
        && elements.overrides(a, b, client);
  }

  /** Not every compiler sees that interfaces that stand side by side override nothing. */
  private boolean extendsOwner(ExecutableElement a, ExecutableElement b) {
    return types.isSubtype(
        types.erasure(Names.owner(a).asType()), types.erasure(Names.owner(b).asType()));
  }

  /** Whether every object has such a method, so that no client need implement it. */
  boolean isOfObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
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
