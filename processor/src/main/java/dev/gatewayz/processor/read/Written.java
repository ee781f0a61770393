package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * A type as it stands in a declaration: with the annotations on it and on its parts, whether the
 * compiler shows them or not.
 *
 * @param parts type arguments, the component of an array, the bound of a wildcard
 */
record Written(TypeMirror type, Annotations marks, List<Written> parts) {

  /** Copies the list. */
  Written {
    parts = List.copyOf(parts);
  }

  /** A type with what the compiler shows. */
  static Written of(TypeMirror type) {
    return new Written(type, Annotations.of(type), parts(type).stream().map(Written::of).toList());
  }

  /** The parts of a type, in the order in which class files count them. */
  static List<TypeMirror> parts(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return new ArrayList<>(declared.getTypeArguments());
    }
    if (type instanceof ArrayType array) {
      return List.of(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror upper = wildcard.getExtendsBound();
      TypeMirror bound = upper == null ? wildcard.getSuperBound() : upper;
      return bound == null ? List.of() : List.of(bound);
    }
    return List.of();
  }

  /** The same type with further annotations on it. */
  Written and(List<AnnotationMirror> others) {
    return others.isEmpty() ? this : new Written(type, marks.and(new Annotations(others)), parts);
  }

  /** A type of which objects can be made: with the bounds of the wildcards in its arguments. */
  Written bounded(Types types) {
    List<Written> known = new ArrayList<>();
    for (Written part : parts) {
      boolean isBounded =
          part.type() instanceof WildcardType wildcard && wildcard.getExtendsBound() != null;
      known.add(isBounded ? part.parts().get(0) : part);
    }
    if (known.equals(parts)) {
      return this;
    }
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    TypeMirror[] arguments = known.stream().map(Written::type).toArray(TypeMirror[]::new);
    return new Written(types.getDeclaredType(element, arguments), marks, known);
  }

  /** Whether it is said to be possibly {@code null}. */
  boolean isNullable() {
    return marks.all().stream().anyMatch(Nullness::isNullable);
  }
}
