package dev.gatewayz.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * What annotations of Jackson, JSON-B and Gson say, found by their names: none of them need be
 * there. Writing and reading may differ.
 */
final class JsonLibraries {
  static final String JACKSON = "com.fasterxml.jackson.annotation.";
  private static final List<String> DATABIND =
      List.of("com.fasterxml.jackson.databind.annotation.", "tools.jackson.databind.annotation.");
  private static final List<String> OF_JACKSON =
      List.of("com.fasterxml.jackson.", "tools.jackson.");
  private static final List<String> JSON_B =
      List.of("jakarta.json.bind.annotation.", "javax.json.bind.annotation.");
  private static final String GSON = "com.google.gson.annotations.";

  /** The members of Jackson's annotation that name code which reads. */
  private static final String[] READERS = {
    "using",
    "contentUsing",
    "keyUsing",
    "converter",
    "contentConverter",
    "builder",
    "as",
    "contentAs",
    "keyAs"
  };

  private JsonLibraries() {}

  /** The two ways of JSON. */
  enum Way {
    /** From Java to JSON. */
    WRITE("serialize", "WRITE_ONLY", "allowGetters"),
    /** From JSON to Java. */
    READ("deserialize", "READ_ONLY", "allowSetters");

    private final String exposed;
    private final String otherAccess;
    private final String allowed;

    Way(String exposed, String otherAccess, String allowed) {
      this.exposed = exposed;
      this.otherAccess = otherAccess;
      this.allowed = allowed;
    }
  }

  /** What JSON calls a property or a constant, if that is said. */
  static Optional<String> name(Annotations marks) {
    return Stream.of(
            text(marks, JACKSON + "JsonProperty", "value"),
            text(marks, JACKSON + "JsonGetter", "value"),
            text(marks, JACKSON + "JsonSetter", "value"),
            jsonB(marks, "JsonbProperty").flatMap(values -> values.text("value")),
            text(marks, GSON + "SerializedName", "value"))
        .flatMap(Optional::stream)
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** What JSON may call a property or a constant as well. */
  static List<String> aliases(Annotations marks) {
    return Stream.of(
            marks.find(JACKSON + "JsonAlias").map(values -> values.texts("value")),
            marks.find(GSON + "SerializedName").map(values -> values.texts("alternate")))
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** What says in which order the properties of a type are written. */
  static Optional<AnnotationValues> order(Annotations ofType) {
    return ofType.find(JACKSON + "JsonPropertyOrder").or(() -> jsonB(ofType, "JsonbPropertyOrder"));
  }

  /** The place of a property among those that say one, if it does. */
  static Optional<Integer> index(Annotations marks) {
    return marks
        .find(JACKSON + "JsonProperty")
        .flatMap(values -> values.constant("index", Integer.class))
        .filter(index -> index >= 0);
  }

  /** Whether a property is said to be one, though it does not look like one. */
  static boolean isNamed(Annotations marks) {
    return marks.find(JACKSON + "JsonProperty").isPresent()
        || marks.find(JACKSON + "JsonGetter").isPresent()
        || jsonB(marks, "JsonbProperty").isPresent();
  }

  /** Whether a property is the whole value. */
  static boolean isValue(Annotations marks) {
    return marks
        .find(JACKSON + "JsonValue")
        .filter(values -> values.constant("value", Boolean.class).orElse(true))
        .isPresent();
  }

  /**
   * Whether a constructor or a factory is said to make a type of its JSON, and not by its parts.
   */
  static boolean isCreator(Annotations marks, boolean isOfParts) {
    return creatorMode(marks)
        .filter(mode -> !(isOfParts && !mode.equals("DELEGATING")))
        .isPresent();
  }

  /** How a constructor or a factory makes a type, if it is said to: empty for an unnamed way. */
  static Optional<String> creatorMode(Annotations marks) {
    return marks
        .find(JACKSON + "JsonCreator")
        .map(values -> values.constant("mode"))
        .filter(mode -> !mode.equals("DISABLED"))
        .or(() -> jsonB(marks, "JsonbCreator").map(values -> ""));
  }

  /** The code that decides how a type or a value is read and that only runs with its library. */
  static Optional<String> readingCode(Annotations marks) {
    return Stream.of(
            databind(marks, "JsonDeserialize").stream()
                .flatMap(values -> values.types(READERS))
                .filter(type -> !type.equals("java.lang.Void")),
            marks.find(JACKSON + "JsonIdentityInfo").stream().map(values -> "@JsonIdentityInfo"),
            Stream.of("JsonbTypeDeserializer", "JsonbTypeAdapter")
                .flatMap(name -> jsonB(marks, name).stream())
                .map(values -> values.type("value")),
            marks.find(GSON + "JsonAdapter").stream().map(values -> values.type("value")))
        .flatMap(names -> names)
        .filter(name -> !name.isEmpty() && !isOfJackson(name))
        .findFirst();
  }

  /** Whether JSON is to go without a property. */
  static boolean ignores(Annotations marks, Way way) {
    return marks
            .find(JACKSON + "JsonIgnore")
            .filter(values -> values.constant("value", Boolean.class).orElse(true))
            .isPresent()
        || marks.find("java.beans.Transient").isPresent()
        || jsonB(marks, "JsonbTransient").isPresent()
        || (way == Way.WRITE && marks.find(JACKSON + "JsonBackReference").isPresent())
        || marks
            .find(JACKSON + "JsonProperty")
            .filter(values -> values.constant("access").equals(way.otherAccess))
            .isPresent()
        || marks
            .find(GSON + "Expose")
            .filter(values -> !values.constant(way.exposed, Boolean.class).orElse(true))
            .isPresent();
  }

  /** What the annotations of a type, or of a property about what it holds, leave out. */
  static Omitted omitted(Annotations marks, Way way) {
    Set<String> ignored =
        marks
            .find(JACKSON + "JsonIgnoreProperties")
            .filter(values -> !values.constant(way.allowed, Boolean.class).orElse(false))
            .map(values -> Set.copyOf(values.texts("value")))
            .orElse(Set.of());
    Optional<Set<String>> included =
        marks
            .find(JACKSON + "JsonIncludeProperties")
            .map(values -> Set.copyOf(values.texts("value")));
    return new Omitted(ignored, included);
  }

  /** Whether a property is one of those that Gson's annotation shows. */
  static boolean isExposed(Annotations marks, Way way) {
    return marks
        .find(GSON + "Expose")
        .filter(values -> values.constant(way.exposed, Boolean.class).orElse(true))
        .isPresent();
  }

  /** From whom a type shows members of that kind on its own accord, if that is said. */
  static Optional<String> visibility(Annotations ofType, String kind) {
    return ofType
        .find(JACKSON + "JsonAutoDetect")
        .map(values -> values.constant(kind))
        .filter(level -> !level.isEmpty() && !level.equals("DEFAULT"));
  }

  /** Whether JSON is to go without all properties of a type. */
  static boolean ignoresType(Annotations ofType) {
    return ofType
        .find(JACKSON + "JsonIgnoreType")
        .filter(values -> values.constant("value", Boolean.class).orElse(true))
        .isPresent();
  }

  /** The type whose properties Jackson writes instead of those of the annotated type. */
  static Optional<TypeElement> shownAs(Annotations ofType) {
    return databind(ofType, "JsonSerialize")
        .flatMap(values -> values.constant("as", DeclaredType.class))
        .map(type -> (TypeElement) type.asElement());
  }

  /** How the names of properties are spelled, if that is said. */
  static Optional<NameStyle> style(Annotations ofType) {
    return databind(ofType, "JsonNaming").flatMap(values -> NameStyle.of(values.type("value")));
  }

  /** Whether Java code is one of Jackson's own classes. */
  static boolean isOfJackson(String type) {
    return OF_JACKSON.stream().anyMatch(type::startsWith);
  }

  /**
   * The code that decides how a property or a type is written and that only runs with its library;
   * what it hides, nobody else may show.
   */
  static Optional<String> code(Annotations marks) {
    Stream<Optional<String>> classes =
        Stream.of(
            databind(marks, "JsonSerialize")
                .flatMap(
                    values ->
                        values
                            .types(
                                "using",
                                "contentUsing",
                                "converter",
                                "contentConverter",
                                "as",
                                "contentAs")
                            .filter(type -> !isOfJackson(type))
                            .findFirst()),
            databind(marks, "JsonNaming")
                .map(values -> values.type("value"))
                .filter(type -> !isOfJackson(type)),
            marks
                .find(JACKSON + "JsonInclude")
                .flatMap(values -> values.types("valueFilter", "contentFilter").findFirst()),
            marks
                .find(JACKSON + "JsonFilter")
                .flatMap(values -> values.text("value"))
                .map(name -> "the filter \"" + name + "\""),
            marks
                .find(JACKSON + "JsonIdentityReference")
                .filter(values -> values.constant("alwaysAsId", Boolean.class).orElse(false))
                .map(values -> "@JsonIdentityReference"),
            marks.find(JACKSON + "JsonIdentityInfo").map(values -> "@JsonIdentityInfo"),
            Stream.of("JsonbTypeSerializer", "JsonbTypeAdapter", "JsonbVisibility")
                .flatMap(name -> jsonB(marks, name).stream())
                .map(values -> values.type("value"))
                .findFirst(),
            marks
                .find(GSON + "JsonAdapter")
                .map(values -> values.type("value"))
                .filter(type -> !type.startsWith("com.google.gson.")));
    return classes.flatMap(Optional::stream).filter(name -> !name.isEmpty()).findFirst();
  }

  private static Optional<String> text(Annotations marks, String annotation, String member) {
    return marks.find(annotation).flatMap(values -> values.text(member));
  }

  static Optional<AnnotationValues> databind(Annotations marks, String annotation) {
    return DATABIND.stream().flatMap(name -> marks.find(name + annotation).stream()).findFirst();
  }

  static Optional<AnnotationValues> jsonB(Annotations marks, String annotation) {
    return JSON_B.stream().flatMap(name -> marks.find(name + annotation).stream()).findFirst();
  }
}
