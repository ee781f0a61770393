package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Union;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type that generated code has described. */
final class TemplateType implements JavaType {
  private final TemplateTypes types;
  private final Description description;
  private final boolean nullable;
  private final Contents contents;

  /** A type that is empty so far. */
  TemplateType(TemplateTypes types, Description description) {
    this(types, description, description.traits().contains("N"), new Contents());
  }

  private TemplateType(
      TemplateTypes types, Description description, boolean nullable, Contents contents) {
    this.types = types;
    this.description = description;
    this.nullable = nullable;
    this.contents = contents;
  }

  /**
   * What generated code says of a type.
   *
   * @param kind what it is to a template
   * @param jsonKind what it is to JSON
   * @param traits {@code N} for one that may be {@code null}, {@code P} for a primitive one, {@code
   *     E} for a record without components
   * @param component the number of the type that it holds, −1 for none
   * @param display the type as in source
   * @param key equal for types of which JSON shows the same
   */
  record Description(
      Kind kind, Kind jsonKind, String traits, int component, String display, int key) {}

  /** What is in a type; filled before it is used. */
  private static final class Contents {
    private final Map<Member, Map<String, Reference>> members = new EnumMap<>(Member.class);
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Map<String, Map<String, Reference>> unions = new LinkedHashMap<>();
  }

  /** For what a member is there. */
  enum Member {
    /** For templates. */
    PROPERTY,
    /** For JSON. */
    DATA,
    /** For JSON, in place of the type. */
    VALUE
  }

  /** Another type, by its number, and how a value of it is read. */
  private record Reference(int type, String member) {}

  void add(Member use, String name, int type, String member) {
    contents
        .members
        .computeIfAbsent(use, any -> new LinkedHashMap<>())
        .put(name, new Reference(type, member));
  }

  void addVariant(String discriminator, String tag, int type, String member) {
    contents
        .unions
        .computeIfAbsent(discriminator, name -> new LinkedHashMap<>())
        .put(tag, new Reference(type, member));
  }

  void rename(String constant, String name) {
    contents.renamed.put(constant, name);
  }

  private Map<String, Reference> of(Member use) {
    return contents.members.getOrDefault(use, Map.of());
  }

  private List<Property> list(Member use) {
    return list(of(use));
  }

  private List<Property> list(Map<String, Reference> references) {
    List<Property> properties = new ArrayList<>();
    references.forEach((name, reference) -> properties.add(property(name, reference)));
    return properties;
  }

  private Property property(String name, Reference reference) {
    return new Property(name, reference.member(), types.get(reference.type()));
  }

  @Override
  public Kind kind() {
    return description.kind();
  }

  @Override
  public Kind jsonKind() {
    return description.jsonKind();
  }

  @Override
  public Map<String, String> renamed() {
    return contents.renamed;
  }

  @Override
  public Optional<Property> jsonValue() {
    return list(Member.VALUE).stream().findFirst();
  }

  @Override
  public Optional<Union> union() {
    return contents.unions.entrySet().stream()
        .map(union -> new Union(union.getKey(), list(union.getValue())))
        .findFirst();
  }

  @Override
  public boolean isReadable() {
    return true;
  }

  @Override
  public boolean isPrimitive() {
    return description.traits().contains("P");
  }

  @Override
  public boolean isEmptyRecord() {
    return description.traits().contains("E");
  }

  @Override
  public boolean isNullable() {
    return nullable;
  }

  @Override
  public String display() {
    return description.display();
  }

  @Override
  public Object name() {
    return description.key();
  }

  @Override
  public Object jsonKey() {
    return description.key();
  }

  @Override
  public JavaType nonNull() {
    return nullable ? new TemplateType(types, description, false, contents) : this;
  }

  @Override
  public JavaType component() {
    return types.get(description.component());
  }

  @Override
  public Optional<Property> property(String name) {
    Reference reference = of(Member.PROPERTY).get(name);
    return Optional.ofNullable(reference).map(found -> property(name, found));
  }

  @Override
  public Optional<String> obstacle(String name) {
    return Optional.empty();
  }

  @Override
  public List<Property> data() {
    return list(Member.DATA);
  }

  @Override
  public List<String> properties() {
    return List.copyOf(of(Member.PROPERTY).keySet());
  }
}
