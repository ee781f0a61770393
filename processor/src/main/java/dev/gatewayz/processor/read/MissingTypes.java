package dev.gatewayz.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds what does not exist. */
final class MissingTypes {
  private MissingTypes() {}

  /**
   * Looks through a whole type.
   *
   * @param place the declaration that has the type
   * @throws MissingTypeException if a part of it does not exist
   */
  static TypeMirror check(TypeMirror type, Element place) {
    if (type.getKind() == TypeKind.ERROR) {
      throw new MissingTypeException(Names.display(type), Optional.of(place));
    }
    if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> check(argument, place));
    } else if (type instanceof ArrayType array) {
      check(array.getComponentType(), place);
    }
    return type;
  }
}
