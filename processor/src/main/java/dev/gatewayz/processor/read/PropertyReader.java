package dev.gatewayz.processor.read;

import dev.gatewayz.internal.binding.Property;
import java.util.ArrayList;
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
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Finds what templates may read of an object: components of records, getters, methods without
 * parameters, and fields, as far as the generated client can see them.
 */
final class PropertyReader {
  private static final Set<String> NO_PROPERTIES =
      Set.of(
          "toString", "hashCode", "getClass", "notify", "notifyAll", "wait", "clone", "finalize");

  private final TypeReader reader;
  private final Types types;
  private final Map<Seen, Map<String, Element>> known = new HashMap<>();

  /** A type, as a package sees it. */
  private record Seen(TypeElement type, PackageElement from) {}

  PropertyReader(TypeReader reader, Types types) {
    this.reader = reader;
    this.types = types;
  }

  Optional<Property> find(ReadType type, String name) {
    if (!(type.mirror() instanceof DeclaredType declared)) {
      return "length".equals(name) && type.mirror().getKind() == TypeKind.ARRAY
          ? Optional.of(length(type))
          : Optional.empty();
    }
    Element member = all(type).get(name);
    return member == null || obstacle(member, type.viewer()).isPresent()
        ? Optional.empty()
        : Optional.of(property(type, declared, name, member));
  }

  /** Why the client cannot read a property that it sees. */
  Optional<String> obstacle(ReadType type, String name) {
    return type.mirror() instanceof DeclaredType
        ? Optional.ofNullable(all(type).get(name)).flatMap(m -> obstacle(m, type.viewer()))
        : Optional.empty();
  }

  Optional<String> obstacle(Element member, Viewer viewer) {
    String access = place(member);
    if (member instanceof ExecutableElement method) {
      for (TypeMirror thrown : method.getThrownTypes()) {
        if (isChecked(thrown, viewer)) {
          return Optional.of(
              access + ", which throws " + Names.display(thrown) + "; pass its value instead");
        }
      }
    }
    return viewer
        .hidden(type(member))
        .map(hidden -> access + ", whose type " + hidden + " is not visible to the client");
  }

  /** The type of what a member is read as, as it is declared. */
  static TypeMirror type(Element member) {
    return member instanceof ExecutableElement method ? method.getReturnType() : member.asType();
  }

  private boolean isChecked(TypeMirror thrown, Viewer viewer) {
    return !isA(thrown, "java.lang.RuntimeException", viewer)
        && !isA(thrown, "java.lang.Error", viewer);
  }

  private boolean isA(TypeMirror type, String name, Viewer viewer) {
    TypeElement wanted = viewer.round().elements().getTypeElement(name);
    return types.isSubtype(types.erasure(type), wanted.asType());
  }

  /** A member with the type that declares it, as in {@code User.getPin()}. */
  static String place(Element member) {
    return Names.nested(Names.owner(member)) + "." + access(member);
  }

  /** How Java reads a member, as in {@code getPin()}. */
  static String access(Element member) {
    return member.getSimpleName() + (member instanceof ExecutableElement ? "()" : "");
  }

  /** Each property once, under the name that is more likely meant. */
  List<String> names(ReadType type) {
    List<String> names = new ArrayList<>();
    if (type.mirror() instanceof DeclaredType) {
      Set<Element> listed = new HashSet<>();
      all(type)
          .forEach(
              (name, member) -> {
                if (listed.add(member) && obstacle(member, type.viewer()).isEmpty()) {
                  names.add(name);
                }
              });
    }
    return names;
  }

  private Property length(ReadType array) {
    TypeMirror number = types.getPrimitiveType(TypeKind.INT);
    return new Property("length", "length", reader.read(Written.of(number), false, array.viewer()));
  }

  Property property(ReadType owner, DeclaredType declared, String name, Element member) {
    TypeMirror seen = types.asMemberOf(declared, member);
    boolean isMethod = member instanceof ExecutableElement;
    TypeMirror type = isMethod ? ((ExecutableType) seen).getReturnType() : seen;
    ClassFiles files = owner.viewer().round().classFiles();
    Written written =
        member instanceof ExecutableElement method
            ? files.result(method, type, owner.written())
            : files.field((VariableElement) member, type, owner.written());
    boolean nullable = written.isNullable() || Nullness.isNullable(member);
    owner.viewer().warnings().addNullness(nullable);
    MissingTypes.check(type, member);
    owner.viewer().warnings().add(member, type);
    return new Property(name, access(member), reader.read(written, nullable, owner.viewer()));
  }

  /** The members that a type has for templates, by the names of the properties. */
  Map<String, Element> all(ReadType type) {
    TypeElement element = (TypeElement) ((DeclaredType) type.mirror()).asElement();
    Seen seen = new Seen(element, type.viewer().from());
    Map<String, Element> found = known.get(seen);
    if (found == null) {
      Lombok.check(element);
      found = collect(element, type);
      known.put(seen, found);
    }
    return found;
  }

  /** What is more likely meant comes first: components, getters, other methods, fields. */
  private Map<String, Element> collect(TypeElement type, ReadType seenFrom) {
    Map<String, Element> components = new LinkedHashMap<>();
    Map<String, Element> getters = new LinkedHashMap<>();
    Map<String, Element> others = new LinkedHashMap<>();
    Map<String, Element> fields = new LinkedHashMap<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      components.put(component.getSimpleName().toString(), component.getAccessor());
    }
    for (Element member : members(type, seenFrom.viewer())) {
      String name = member.getSimpleName().toString();
      if ((member.getKind() != ElementKind.METHOD && member.getKind() != ElementKind.FIELD)
          || !seenFrom.viewer().sees(member)
          || member.getModifiers().contains(Modifier.STATIC)) {
        continue;
      }
      if (member instanceof ExecutableElement method && isReader(method)) {
        String getter = getterName(name, method.getReturnType());
        (getter.isEmpty() ? others : getters).putIfAbsent(getter.isEmpty() ? name : getter, member);
        others.putIfAbsent(name, member);
      } else if (member.getKind() == ElementKind.FIELD) {
        fields.putIfAbsent(name, member);
      }
    }
    Map<String, Element> all = new LinkedHashMap<>(components);
    getters.forEach(all::putIfAbsent);
    others.forEach(all::putIfAbsent);
    fields.forEach(all::putIfAbsent);
    return all;
  }

  /** Those of the type first, then what it inherits. */
  static List<Element> members(TypeElement type, Viewer viewer) {
    List<Element> members = new ArrayList<>(type.getEnclosedElements());
    for (Element member : viewer.round().elements().getAllMembers(type)) {
      if (!type.equals(member.getEnclosingElement())) {
        members.add(member);
      }
    }
    return members;
  }

  private static boolean isReader(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && method.getTypeParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !NO_PROPERTIES.contains(method.getSimpleName().toString());
  }

  /** {@code name} for {@code getName} and for a boolean {@code isName}, else empty. */
  private static String getterName(String method, TypeMirror type) {
    String rest = "";
    if (method.startsWith("get")) {
      rest = method.substring(3);
    } else if (method.startsWith("is")
        && (type.getKind() == TypeKind.BOOLEAN || Names.of(type).equals("java.lang.Boolean"))) {
      rest = method.substring(2);
    }
    if (rest.isEmpty() || !Character.isUpperCase(rest.charAt(0))) {
      return "";
    }
    boolean isAcronym = rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
    return isAcronym ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
  }
}
