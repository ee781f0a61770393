package dev.gatewayz.processor.read;

import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Union;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds what JSON shows of an object: what JSON libraries would show, as far as they say. */
final class JsonProperties {
  private final PropertyReader reader;

  JsonProperties(PropertyReader reader) {
    this.reader = reader;
  }

  /**
   * Components of a record; getters and fields of anything else, and what annotations say is one;
   * without those that annotations leave out, by the names that annotations give them.
   */
  List<Property> data(ReadType type) {
    if (!(type.mirror() instanceof DeclaredType declared)) {
      return List.of();
    }
    TypeElement element = (TypeElement) declared.asElement();
    PropertyMarks marks = new PropertyMarks(element);
    Optional<String> code = marks.code().or(() -> unfollowed(Annotations.of(), declared));
    if (code.isPresent()) {
      return List.of(new Property("", "", Unreadable.writtenBy(code.get(), Names.nested(element))));
    }
    List<Property> data = new ArrayList<>();
    Set<Element> listed = new HashSet<>();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (Map.Entry<String, Element> entry : reader.all(type).entrySet()) {
      String name = entry.getKey();
      Element member = entry.getValue();
      if (!listed.add(member)) {
        continue;
      }
      Annotations ofMember = marks.of(name, member);
      boolean isData =
          JsonLibraries.isNamed(ofMember)
              || marks.isAttribute(member)
              || (isData(name, member, element) && marks.shows(name, member));
      String called = marks.jsonName(name, ofMember);
      if (isData
          && !isIgnored(name, member, ofMember, marks)
          && !type.omitted().has(name, called)) {
        data.add(datum(type, declared, called, member, ofMember));
        names.put(name, called);
        JsonLibraries.index(ofMember).ifPresent(place -> places.put(called, place));
      }
    }
    List<String> order = marks.order(names, places);
    data.sort(Comparator.comparingInt(property -> order.indexOf(property.name())));
    return data;
  }

  /**
   * The records that a sealed interface is one of, as in an answer; empty if it has others, or some
   * that the client does not see.
   */
  Optional<Union> union(ReadType type) {
    if (!(type.mirror() instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || !Variants.isUnion(element)
        || declared.getTypeArguments().size() != element.getTypeParameters().size()
        || new PropertyMarks(element).code().isPresent()) {
      return Optional.empty();
    }
    return Variants.of(declared, element, type.viewer().round())
        .value()
        .filter(
            variants ->
                variants.records().values().stream()
                    .allMatch(record -> type.viewer().hidden(record).isEmpty()))
        .map(variants -> union(type, variants));
  }

  private Union union(ReadType type, Variants variants) {
    List<Property> types = new ArrayList<>();
    variants
        .records()
        .forEach((tag, record) -> types.add(new Property(tag, "", variant(type, record))));
    return new Union(variants.discriminator(), types);
  }

  private JavaType variant(ReadType union, DeclaredType record) {
    TypeElement element = (TypeElement) record.asElement();
    union.viewer().warnings().add(element, record);
    return new PropertyMarks(element)
        .whole()
        .<JavaType>map(
            whole -> Unreadable.writtenBy(PropertyReader.place(whole), Names.nested(element)))
        .orElseGet(() -> union.variant(Written.of(record)));
  }

  private Property datum(
      ReadType type, DeclaredType declared, String name, Element member, Annotations marks) {
    Optional<String> why =
        JsonLibraries.code(marks)
            .or(() -> unfollowed(marks, PropertyReader.type(member)))
            .map(code -> Unreadable.writtenBy(code, PropertyReader.place(member)).display())
            .or(() -> reader.obstacle(member, type.viewer()));
    if (why.isPresent()) {
      return new Property(name, PropertyReader.access(member), new Unreadable(why.get()));
    }
    Property property = reader.property(type, declared, name, member);
    Omitted omitted = JsonLibraries.omitted(marks, JsonLibraries.Way.WRITE);
    return property.type() instanceof ReadType read && !omitted.equals(Omitted.NOTHING)
        ? new Property(name, property.member(), read.without(omitted))
        : property;
  }

  private static Optional<String> unfollowed(Annotations marks, TypeMirror type) {
    return Unfollowed.of(marks, type, JsonLibraries.Way.WRITE);
  }

  private static boolean isData(String name, Element member, TypeElement type) {
    boolean isMethod = member instanceof ExecutableElement;
    boolean isGetter = !member.getSimpleName().contentEquals(name);
    return type.getKind() == ElementKind.RECORD ? isComponent(type, member) : isGetter || !isMethod;
  }

  private static boolean isIgnored(
      String name, Element member, Annotations ofMember, PropertyMarks ofType) {
    return member.getModifiers().contains(Modifier.TRANSIENT)
        || ofType.ignores(name, ofMember, JsonLibraries.Way.WRITE)
        || (PropertyReader.type(member) instanceof DeclaredType declared
            && JsonLibraries.ignoresType(Annotations.of(declared.asElement())));
  }

  /** The property that stands for the whole object in JSON. */
  Optional<Property> jsonValue(ReadType type) {
    if (!(type.mirror() instanceof DeclaredType declared) || type.kind().isPassedOn()) {
      return Optional.empty();
    }
    Optional<String> code =
        declared.asElement().getKind() == ElementKind.ENUM
            ? unfollowed(Annotations.of(), declared)
            : Optional.empty();
    if (code.isPresent()) {
      String place = Names.nested(declared.asElement());
      return Optional.of(new Property("", "", Unreadable.writtenBy(code.get(), place)));
    }
    return new PropertyMarks((TypeElement) declared.asElement())
        .whole()
        .map(
            whole -> {
              String name = whole.getSimpleName().toString();
              Element member = type.viewer().sees(whole) ? whole : reader.all(type).get(name);
              return member == null
                  ? new Property(name, "", Unreadable.hidden(PropertyReader.place(whole)))
                  : datum(type, declared, name, member, Annotations.of(whole));
            });
  }

  /** Constants of an enum and what annotations call them. */
  Map<String, String> renamed(ReadType type) {
    Map<String, String> renamed = new LinkedHashMap<>();
    if (type.mirror() instanceof DeclaredType declared) {
      for (Element member : declared.asElement().getEnclosedElements()) {
        if (member.getKind() == ElementKind.ENUM_CONSTANT) {
          Optional<String> name = Annotations.of(member).jsonName();
          if (name.isPresent()) {
            renamed.put(member.getSimpleName().toString(), name.get());
            type.viewer().warnings().add(member, member.asType());
          }
        }
      }
    }
    return renamed;
  }

  private static boolean isComponent(TypeElement type, Element member) {
    return type.getRecordComponents().stream().anyMatch(c -> member.equals(c.getAccessor()));
  }
}
