package dev.gatewayz.processor.compile;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Union;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.TypeTable;
import dev.gatewayz.processor.model.TypeTable.Alternative;
import dev.gatewayz.processor.model.TypeTable.Alternatives;
import dev.gatewayz.processor.model.TypeTable.Described;
import dev.gatewayz.processor.model.TypeTable.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Describes the types of parameters, and the types of all that templates may read of them. There is
 * no end to what can be read of types of the JDK, so of these it is plain values, and what the
 * compiled templates read.
 */
final class TypeTables {
  /** A type may have more and more types behind its properties. */
  private static final int MOST = 200;

  private final Set<String> names = new TreeSet<>();
  private final Map<Wanted, Integer> numbers = new HashMap<>();
  private final Map<Object, Integer> keys = new HashMap<>();
  private final List<Described> types = new ArrayList<>();

  /**
   * A type to describe.
   *
   * @param isData whether JSON may show it
   * @param isOpen whether its properties are described
   */
  private record Wanted(Object key, boolean isNullable, boolean isData, boolean isOpen) {}

  static TypeTable of(List<Prompt> prompts) {
    TypeTables tables = new TypeTables();
    prompts.forEach(prompt -> tables.names.addAll(prompt.messages().names()));
    Map<String, List<Integer>> parameters = new HashMap<>();
    for (Prompt prompt : prompts) {
      parameters.put(
          prompt.id(), prompt.templates().variables().stream().map(tables::parameter).toList());
    }
    return new TypeTable(tables.types, parameters);
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
    types.add(Described.open(type, name, key));
    boolean isMore = number < MOST && !type.kind().isPassedOn();
    int component = hasComponent(type.kind()) ? describe(type.component(), isData, isOpen) : -1;
    List<Link> properties = isMore ? properties(type, isData, isOpen) : List.of();
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
            isObject ? type.jsonValue().map(p -> link(p, true)) : Optional.empty(),
            isObject ? type.union().map(this::alternatives) : Optional.empty()));
    return number;
  }

  private Alternatives alternatives(Union union) {
    return new Alternatives(
        union.discriminator(), union.variants().stream().map(this::alternative).toList());
  }

  private Alternative alternative(Property variant) {
    TypeName name = (TypeName) variant.type().name();
    TypeName java = name instanceof ParameterizedTypeName generic ? generic.rawType() : name;
    return new Alternative(variant.name(), java, describe(variant.type(), true, true));
  }

  private static boolean hasComponent(Kind kind) {
    return kind.isOptional() || kind.hasElements() || kind == Kind.MAP || kind == Kind.OTHER_MAP;
  }

  private List<Link> properties(JavaType type, boolean isData, boolean isOpen) {
    boolean isOfJdk = isOfJdk(type);
    Set<String> readable = new LinkedHashSet<>(isOpen ? type.properties() : List.of());
    readable.addAll(names);
    List<Link> links = new ArrayList<>();
    for (String property : readable) {
      type.property(property)
          .filter(p -> !isOfJdk || names.contains(property) || p.type().kind().isText())
          .ifPresent(
              p -> links.add(new Link(property, p.member(), describe(p.type(), isData, !isOfJdk))));
    }
    return links;
  }

  /** Maps and their entries are as much a part of the language as lists. */
  private static boolean isOfJdk(JavaType type) {
    String name = type.name().toString();
    return (name.startsWith("java.") || name.startsWith("javax."))
        && type.kind() != Kind.MAP
        && type.kind() != Kind.OTHER_MAP
        && !name.startsWith("java.util.Map.Entry");
  }

  private Link link(Property property, boolean isData) {
    return new Link(property.name(), property.member(), describe(property.type(), isData, true));
  }
}
