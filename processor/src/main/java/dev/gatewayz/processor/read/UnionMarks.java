package dev.gatewayz.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** How annotations of Jackson and JSON-B tell the variants of a union apart. */
final class UnionMarks {
  private static final String TYPE_INFO = JsonLibraries.JACKSON + "JsonTypeInfo";

  /** What both call the member that tells them apart, if nothing else is said. */
  private static final String USUAL_NAME = "@type";

  private static final Set<String> BY_NAME = Set.of("", "NAME", "SIMPLE_NAME");
  private static final Set<String> IN_A_MEMBER = Set.of("", "PROPERTY", "EXTERNAL_PROPERTY");

  private UnionMarks() {}

  private static Optional<AnnotationValues> jackson(Annotations ofUnion) {
    return ofUnion.find(TYPE_INFO).filter(values -> !values.constant("use").equals("NONE"));
  }

  /** What the member that tells one variant of a union from another is called, if that is said. */
  static Optional<String> discriminator(Annotations ofUnion) {
    return jackson(ofUnion)
        .map(values -> values.text("property").orElse(""))
        .or(
            () ->
                JsonLibraries.jsonB(ofUnion, "JsonbTypeInfo")
                    .map(values -> values.text("key").orElse("")))
        .map(name -> name.isEmpty() ? USUAL_NAME : name);
  }

  /** What is said of the way to tell variants apart that is not followed. */
  static Optional<String> unfollowed(Annotations ofUnion) {
    return jackson(ofUnion)
        .flatMap(UnionMarks::unfollowed)
        .or(
            () ->
                JsonLibraries.databind(ofUnion, "JsonTypeIdResolver")
                    .map(values -> values.type("value")))
        .or(
            () ->
                JsonLibraries.databind(ofUnion, "JsonTypeResolver")
                    .map(values -> values.type("value")));
  }

  private static Optional<String> unfollowed(AnnotationValues values) {
    String use = values.constant("use");
    String include = values.constant("include");
    if (!BY_NAME.contains(use)) {
      return Optional.of("@JsonTypeInfo(use = " + use + ")");
    }
    return IN_A_MEMBER.contains(include)
        ? Optional.empty()
        : Optional.of("@JsonTypeInfo(include = " + include + ")");
  }

  /** Whether values of a type say in JSON of which type they are. */
  static boolean areTold(Annotations ofType) {
    return jackson(ofType).isPresent();
  }

  /** The type that is read where no name fits, if that is said. */
  static Optional<String> otherwise(Annotations ofUnion) {
    return jackson(ofUnion).map(values -> values.type("defaultImpl")).filter(n -> !n.isEmpty());
  }

  /** What that member says of a variant. */
  static String tag(Annotations ofUnion, TypeElement variant) {
    Annotations ofVariant = Annotations.of(variant);
    String name = variant.getQualifiedName().toString();
    return ofUnion
        .find(JsonLibraries.JACKSON + "JsonSubTypes")
        .flatMap(types -> subtype(types, "value", "value", "name", name))
        .or(
            () ->
                ofVariant
                    .find(JsonLibraries.JACKSON + "JsonTypeName")
                    .flatMap(values -> values.text("value"))
                    .filter(text -> !text.isEmpty()))
        .or(
            () ->
                JsonLibraries.jsonB(ofUnion, "JsonbTypeInfo")
                    .flatMap(types -> subtype(types, "value", "type", "alias", name)))
        .orElseGet(() -> usualTag(ofUnion, variant));
  }

  /** Jackson's own names are those of class files, unless simple ones are asked for. */
  private static String usualTag(Annotations ofUnion, TypeElement variant) {
    return jackson(ofUnion).filter(values -> values.constant("use").equals("NAME")).isPresent()
        ? Names.nested(variant).replace('.', '$')
        : variant.getSimpleName().toString();
  }

  private static Optional<String> subtype(
      AnnotationValues types, String list, String type, String name, String variant) {
    for (AnnotationMirror mirror : types.annotations(list)) {
      AnnotationValues subtype = AnnotationValues.of(mirror);
      if (subtype.type(type).equals(variant)) {
        return subtype.text(name).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }
}
