package dev.gatewayz.processor.read;

import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Turns the compiler's types into what templates need to know of them. Lives for one round. */
final class TypeReader {
  private final Round round;
  private final Kinds kinds = new Kinds();
  private final PropertyReader properties;
  private final JsonProperties json;

  TypeReader(Round round) {
    this.round = round;
    this.properties = new PropertyReader(this, round.types());
    this.json = new JsonProperties(properties);
  }

  /**
   * Reads a type.
   *
   * @param viewer the client that will use it
   */
  @SuppressWarnings("TypeEquals") // Whether it is the very same, whose annotations are known.
  ReadType read(Written written, boolean nullable, Viewer viewer) {
    TypeMirror type = bound(written.type());
    Written known = type == written.type() ? written : Written.of(type);
    return new ReadType(this, known, kind(type), nullable, viewer, Omitted.NOTHING);
  }

  /** The type as far as it is known: type variables and wildcards stand for their bounds. */
  private TypeMirror bound(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return bound(variable.getUpperBound());
    }
    if (type instanceof IntersectionType intersection) {
      return bound(intersection.getBounds().get(0));
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null ? object() : bound(wildcard.getExtendsBound());
    }
    return type;
  }

  private Kind kind(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> Kind.BOOLEAN;
      case CHAR -> Kind.CHARACTER;
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> Kind.NUMBER;
      case ARRAY -> Kind.ARRAY;
      case ERROR -> throw new MissingTypeException(Names.display(type), Optional.empty());
      case DECLARED -> declaredKind((DeclaredType) type);
      default -> Kind.OBJECT;
    };
  }

  private Kind declaredKind(DeclaredType type) {
    Kind kind = kinds.of((TypeElement) type.asElement());
    if (kind != Kind.MAP) {
      return kind;
    }
    TypeMirror key = bound(argument(type, "java.util.Map", 0));
    return Names.of(key).equals("java.lang.String") ? Kind.MAP : Kind.OTHER_MAP;
  }

  JavaType component(ReadType type) {
    TypeMirror component =
        switch (type.kind()) {
          case OPTIONAL -> argument(type.mirror(), "java.util.Optional", 0);
          case OPTIONAL_INT -> round.types().getPrimitiveType(TypeKind.INT);
          case OPTIONAL_LONG -> round.types().getPrimitiveType(TypeKind.LONG);
          case OPTIONAL_DOUBLE -> round.types().getPrimitiveType(TypeKind.DOUBLE);
          case COLLECTION, ITERABLE -> argument(type.mirror(), "java.lang.Iterable", 0);
          case MAP, OTHER_MAP -> argument(type.mirror(), "java.util.Map", 1);
          case ARRAY -> ((ArrayType) type.mirror()).getComponentType();
          default -> throw new IllegalStateException(type.display());
        };
    Written part = part(type, component);
    return read(part, part.isNullable(), type.viewer()).without(type.omitted());
  }

  /** The compiler drops annotations on the way to a supertype; the type argument still has them. */
  private Written part(ReadType type, TypeMirror component) {
    Written shown = Written.of(component);
    return type.written().parts().stream()
        .filter(part -> round.types().isSameType(part.type(), component))
        .filter(part -> part.isNullable() || !shown.isNullable())
        .findFirst()
        .orElse(shown);
  }

  /** A type argument of the supertype of that name; {@code Object} where the type is raw. */
  private TypeMirror argument(TypeMirror type, String supertype, int index) {
    return find(type, supertype)
        .map(DeclaredType::getTypeArguments)
        .filter(arguments -> index < arguments.size())
        .<TypeMirror>map(arguments -> arguments.get(index))
        .orElseGet(this::object);
  }

  private Optional<DeclaredType> find(TypeMirror type, String name) {
    if (Names.of(type).equals(name)) {
      return Optional.of((DeclaredType) type);
    }
    List<? extends TypeMirror> parents = round.types().directSupertypes(type);
    return parents.stream().flatMap(parent -> find(parent, name).stream()).findFirst();
  }

  private TypeMirror object() {
    return round.elements().getTypeElement("java.lang.Object").asType();
  }

  PropertyReader properties() {
    return properties;
  }

  JsonProperties json() {
    return json;
  }
}
