package dev.gatewayz.processor.read;

import com.palantir.javapoet.ClassName;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Whether a generated class can implement a type. */
final class Interfaces {
  private Interfaces() {}

  /** The type, if a class of that name can implement it. */
  static Result<TypeElement> implementable(
      TypeElement type, ClassName implementation, boolean isClient, Origin origin) {
    String name = Names.nested(type);
    if (type.getKind() != ElementKind.INTERFACE) {
      return Result.none(Message.NOT_AN_INTERFACE, origin, name, kind(type));
    }
    for (Element e : Names.withOuter(type)) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return Result.none(Message.PRIVATE_INTERFACE, Origin.of(e), Names.nested(e));
      }
    }
    if (!type.getTypeParameters().isEmpty()) {
      return isClient
          ? Result.none(
              Message.GENERIC_CLIENT, origin, name, type.getTypeParameters().get(0).getSimpleName())
          : Result.none(Findings.NONE);
    }
    if (type.getModifiers().contains(Modifier.SEALED) && !permits(type, implementation)) {
      return Result.none(Message.SEALED_CLIENT, Origin.of(type), name, implementation.simpleName());
    }
    return Result.of(type);
  }

  private static boolean permits(TypeElement type, ClassName implementation) {
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      String name = permitted.toString();
      if (name.substring(name.lastIndexOf('.') + 1).equals(implementation.simpleName())) {
        return true;
      }
    }
    return false;
  }

  static String kind(Element type) {
    return switch (type.getKind()) {
      case ENUM -> "an enum";
      case RECORD -> "a record";
      case ANNOTATION_TYPE -> "an annotation";
      default -> "a class";
    };
  }
}
