package dev.gatewayz.processor.read;

import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.processor.model.Adapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells what a class or interface is to a template, by its name and by what it inherits. */
final class Kinds {
  private final Map<TypeElement, Kind> known = new HashMap<>();

  Kind of(TypeElement type) {
    Kind kind = known.get(type);
    if (kind == null) {
      kind = find(type);
      known.put(type, kind);
    }
    return kind;
  }

  private static Kind find(TypeElement type) {
    Kind byName = byName(type.getQualifiedName().toString());
    if (byName != null) {
      return byName;
    }
    if (type.getKind() == ElementKind.ENUM) {
      return Kind.ENUM;
    }
    Lombok.check(type);
    Set<String> inherited = new LinkedHashSet<>();
    boolean speaks = collect(type, inherited);
    for (String name : inherited) {
      Kind kind = byInheritance(name);
      if (kind != null) {
        return kind;
      }
    }
    return speaks && type.getKind() != ElementKind.RECORD ? Kind.TEXT : Kind.OBJECT;
  }

  /** Whether the text of a type is made by the JDK, or by what inherits from it. */
  static boolean isTextOfJdk(TypeMirror type) {
    for (TypeMirror t = type; t instanceof DeclaredType declared; ) {
      TypeElement element = (TypeElement) declared.asElement();
      String name = element.getQualifiedName().toString();
      if ((name.startsWith("java.") || name.startsWith("javax.")) && declaresToString(element)) {
        return true;
      }
      t = element.getSuperclass();
    }
    return false;
  }

  private static @Nullable Kind byName(String name) {
    return switch (name) {
      case "java.lang.String" -> Kind.STRING;
      case "java.lang.Boolean" -> Kind.BOOLEAN;
      case "java.lang.Character" -> Kind.CHARACTER;
      case "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double" ->
          Kind.NUMBER;
      case "java.math.BigDecimal", "java.math.BigInteger" -> Kind.BIG_NUMBER;
      case "java.util.Optional" -> Kind.OPTIONAL;
      case "java.util.OptionalInt" -> Kind.OPTIONAL_INT;
      case "java.util.OptionalLong" -> Kind.OPTIONAL_LONG;
      case "java.util.OptionalDouble" -> Kind.OPTIONAL_DOUBLE;
      case "java.nio.file.Path" -> Kind.TEXT;
      case "dev.gatewayz.CallOptions" -> Kind.OPTIONS;
      default -> byInheritance(name);
    };
  }

  private static @Nullable Kind byInheritance(String name) {
    return switch (name) {
      case "java.lang.CharSequence" -> Kind.STRING;
      case "java.lang.Number" -> Kind.OTHER_NUMBER;
      case "java.util.Map" -> Kind.MAP;
      case "java.util.Collection" -> Kind.COLLECTION;
      case "dev.gatewayz.chat.Message" -> Kind.MESSAGE;
      case "dev.gatewayz.chat.ContentPart" -> Kind.PART;
      case "java.util.Iterator",
          "java.util.Enumeration",
          "java.util.stream.BaseStream",
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Flow.Publisher",
          "org.reactivestreams.Publisher",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.CompletableSource",
          "kotlinx.coroutines.flow.Flow",
          "kotlinx.coroutines.Job" ->
          Kind.ONCE;
      case "java.lang.Iterable" -> Kind.ITERABLE;
      default -> Adapter.of(name).isPresent() ? Kind.ONCE : null;
    };
  }

  /** Gathers the names of all supertypes; tells whether one of them says how the type reads. */
  private static boolean collect(TypeElement type, Set<String> names) {
    boolean speaks = declaresToString(type);
    for (TypeMirror parent : parents(type)) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        String name = element.getQualifiedName().toString();
        if (!name.equals("java.lang.Object") && names.add(name)) {
          speaks |= collect(element, names);
        }
      }
    }
    return speaks;
  }

  private static List<TypeMirror> parents(TypeElement type) {
    List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
    parents.add(type.getSuperclass());
    parents.forEach(parent -> MissingTypes.check(parent, type));
    return parents;
  }

  private static boolean declaresToString(TypeElement type) {
    if (type.getQualifiedName().contentEquals("java.lang.Object")) {
      return false;
    }
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals("toString")
          && method.getParameters().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
