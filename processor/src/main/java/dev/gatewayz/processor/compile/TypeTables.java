package dev.gatewayz.processor.compile;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.TypeTable;
import dev.gatewayz.processor.model.TypeTable.Described;
import dev.gatewayz.processor.model.TypeTable.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes the types of parameters, and the types of all that templates may read of them. Of types
 * of the JDK only plain values are described, since there is no end to the others.
 */
final class TypeTables {
  /** A type may have more and more types behind its properties. */
  private static final int MOST = 200;

  private final Map<Wanted, Integer> numbers = new HashMap<>();
  private final Map<Object, Integer> keys = new HashMap<>();
  private final List<Described> types = new ArrayList<>();
  private final Map<String, List<Integer>> parameters = new HashMap<>();

  /**
   * A type to describe.
   *
   * @param isData whether JSON may show it
   * @param isOpen whether its properties are described
   */
  private record Wanted(Object key, boolean isNullable, boolean isData, boolean isOpen) {}

  void add(Prompt prompt) {
    parameters.put(
        prompt.id(), prompt.templates().variables().stream().map(this::parameter).toList());
  }

  TypeTable build() {
    return new TypeTable(types, parameters);
  }

  private int parameter(Variable variable) {
    return describe(variable.type(), variable.isJson(), true);
  }

  private int describe(JavaType type, boolean isData, boolean isOpen) {
    Wanted wanted = new Wanted(type.jsonKey(), type.isNullable(), isData, isOpen);
    Integer known = numbers.get(wanted);
    if (known != null) {
      return known;
    }
    int number = types.size();
    numbers.put(wanted, number);
    Integer used = keys.putIfAbsent(type.jsonKey(), keys.size());
    int key = used == null ? keys.size() - 1 : used;
    TypeName name = (TypeName) type.name();
    Described empty =
        new Described(type, name, key, -1, List.of(), List.of(), Optional.empty());
    types.add(empty);
    boolean isMore = isOpen && number < MOST && !type.kind().isPassedOn();
    int component =
        hasComponent(type.kind()) ? describe(type.component(), isData, isMore) : -1;
    List<Link> properties = isMore ? properties(type, isData) : List.of();
    boolean isObject = isData && isMore && type.jsonKind() == Kind.OBJECT;
    types.set(
        number,
        new Described(
            type,
            name,
            key,
            component,
            properties,
            isObject ? type.data().stream().map(p -> link(p, true)).toList() : List.of(),
            isObject ? type.jsonValue().map(p -> link(p, true)) : Optional.empty()));
    return number;
  }

  private static boolean hasComponent(Kind kind) {
    return kind.isOptional() || kind.hasElements() || kind == Kind.MAP || kind == Kind.OTHER_MAP;
  }

  private List<Link> properties(JavaType type, boolean isData) {
    String name = type.name().toString();
    boolean isOfJdk =
        (name.startsWith("java.") || name.startsWith("javax."))
            && type.kind() != Kind.MAP
            && type.kind() != Kind.OTHER_MAP
            && !name.startsWith("java.util.Map.Entry");
    List<Link> links = new ArrayList<>();
    for (String property : type.properties()) {
      type.property(property)
          .filter(found -> !isOfJdk || found.type().kind().isText())
          .ifPresent(
              found ->
                  links.add(
                      new Link(
                          property, found.member(), describe(found.type(), isData, !isOfJdk))));
    }
    return links;
  }

  private Link link(Property property, boolean isData) {
    return new Link(property.name(), property.member(), describe(property.type(), isData, true));
  }
}
