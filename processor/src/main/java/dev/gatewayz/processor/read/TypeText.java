package dev.gatewayz.processor.read;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as people write them: without packages and annotations, the same under every compiler. */
final class TypeText {
  private TypeText() {}

  static String of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      String name = name(declared.asElement());
      List<? extends TypeMirror> arguments = declared.getTypeArguments();
      return arguments.isEmpty()
          ? name
          : arguments.stream().map(TypeText::of).collect(Collectors.joining(", ", name + "<", ">"));
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        return "? extends " + of(wildcard.getExtendsBound());
      }
      return wildcard.getSuperBound() == null ? "?" : "? super " + of(wildcard.getSuperBound());
    }
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
        : type.toString();
  }

  /** Types of the JDK go by their full nested names, as in {@code Flow.Publisher}. */
  private static String name(Element type) {
    boolean isOfJava =
        type instanceof TypeElement e && e.getQualifiedName().toString().startsWith("java.");
    return isOfJava ? Names.nested(type) : type.getSimpleName().toString();
  }
}
