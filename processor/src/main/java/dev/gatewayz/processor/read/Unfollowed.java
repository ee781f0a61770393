package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.PlainType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What annotations of JSON libraries say of a value that changes its JSON and is not followed: that
 * is told, because silence would make it something else than the library makes of it.
 */
final class Unfollowed {
  private static final Set<String> OLD_DATES =
      Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar");

  private Unfollowed() {}

  /**
   * What is said of a value.
   *
   * @param type its type
   */
  static Optional<String> of(Annotations marks, TypeMirror type, JsonLibraries.Way way) {
    Stream<Optional<String>> all =
        Stream.of(
            flag(marks, "JsonUnwrapped", "enabled"),
            format(marks, type, way),
            JsonLibraries.jsonB(marks, "JsonbDateFormat").map(values -> "@JsonbDateFormat"),
            JsonLibraries.jsonB(marks, "JsonbNumberFormat").map(values -> "@JsonbNumberFormat"),
            way == JsonLibraries.Way.READ ? reading(marks) : writing(marks));
    return all.flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> reading(Annotations marks) {
    return JsonLibraries.readingCode(marks)
        .or(() -> flag(marks, "JsonAnySetter", "enabled"))
        .or(() -> flag(marks, "JacksonInject", ""));
  }

  private static Optional<String> writing(Annotations marks) {
    return flag(marks, "JsonRawValue", "value").or(() -> flag(marks, "JsonTypeId", ""));
  }

  /** An annotation that is there, and not switched off. */
  static Optional<String> flag(Annotations marks, String name, String member) {
    return marks
        .find(JsonLibraries.JACKSON + name)
        .filter(values -> values.constant(member, Boolean.class).orElse(true))
        .map(values -> "@" + name);
  }

  /** What is said of a value goes before what is said of its type. */
  private static Optional<String> format(
      Annotations marks, TypeMirror type, JsonLibraries.Way way) {
    TypeMirror leaf = leaf(type);
    String name = JsonLibraries.JACKSON + "JsonFormat";
    return marks
        .find(name)
        .or(
            () ->
                leaf instanceof DeclaredType declared && !isJdk(leaf)
                    ? Annotations.of(declared.asElement()).find(name)
                    : Optional.empty())
        .flatMap(format -> format(format, type, leaf, way));
  }

  private static Optional<String> format(
      AnnotationValues format, TypeMirror type, TypeMirror leaf, JsonLibraries.Way way) {
    String shape = format.constant("shape");
    if (!isUsual(shape, type, leaf)) {
      return Optional.of("@JsonFormat(shape = " + shape + ")");
    }
    if (isDate(leaf)) {
      for (String member : List.of("pattern", "timezone")) {
        if (!format.text(member).orElse("").replace("##default", "").isEmpty()) {
          return Optional.of("@JsonFormat(" + member + ")");
        }
      }
    }
    return way == JsonLibraries.Way.READ
        ? Optional.empty()
        : Stream.concat(format.constants("with").stream(), format.constants("without").stream())
            .filter(feature -> feature.startsWith("WRITE_"))
            .map(feature -> "@JsonFormat(" + feature + ")")
            .findFirst();
  }

  /** Whether a value has a shape in JSON without being told to. */
  private static boolean isUsual(String shape, TypeMirror type, TypeMirror leaf) {
    return switch (shape) {
      case "", "ANY", "NATURAL" -> true;
      case "STRING" -> isText(leaf) || isEnum(leaf);
      case "OBJECT", "POJO" -> leaf.getKind() == TypeKind.DECLARED && !isJdk(leaf) && !isEnum(leaf);
      case "ARRAY" -> holdsOthers(type);
      case "BOOLEAN" -> plain(leaf).filter(PlainType.BOOLEAN::equals).isPresent();
      case "NUMBER" -> plain(leaf).filter(PlainType::isNumber).isPresent();
      case "NUMBER_INT" -> plain(leaf).filter(PlainType::isInteger).isPresent();
      case "NUMBER_FLOAT" -> plain(leaf).filter(p -> p.isNumber() && !p.isInteger()).isPresent();
      default -> false;
    };
  }

  private static boolean isText(TypeMirror type) {
    return plain(type).filter(p -> p.jsonType() == PlainType.JsonType.STRING).isPresent();
  }

  private static Optional<PlainType> plain(TypeMirror type) {
    return PlainType.of(
        type.getKind().isPrimitive() ? TypeName.get(type).box().toString() : Names.of(type));
  }

  private static boolean isDate(TypeMirror type) {
    String name = Names.of(type);
    return name.startsWith("java.time.")
        || name.startsWith("java.sql.")
        || OLD_DATES.contains(name);
  }

  private static boolean isJdk(TypeMirror type) {
    return Names.of(type).startsWith("java.");
  }

  private static boolean isEnum(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM;
  }

  private static boolean holdsOthers(TypeMirror type) {
    return type instanceof ArrayType
        || (type instanceof DeclaredType declared
            && isJdk(type)
            && !declared.getTypeArguments().isEmpty());
  }

  /** What lists, maps and optionals hold in the end: what is said of them is meant for that. */
  private static TypeMirror leaf(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return leaf(array.getComponentType());
    }
    if (holdsOthers(type) && type instanceof DeclaredType declared) {
      List<? extends TypeMirror> arguments = declared.getTypeArguments();
      return leaf(arguments.get(arguments.size() - 1));
    }
    return type;
  }
}
