package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Property;
import dev.gatewayz.internal.binding.Union;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type that generated code has described. */
final class TemplateType implements JavaType {
  private final TemplateTypes types;
  private final Kind kind;
  private final Kind jsonKind;
  private final String traits;
  private final int component;
  private final String display;
  private final int key;
  private final Map<Member, Map<String, Reference>> members;
  private final Map<String, String> renamed;
  private final Map<String, Map<String, Reference>> unions;

  TemplateType(
      TemplateTypes types,
      Kind kind,
      Kind jsonKind,
      String traits,
      int component,
      String display,
      int key) {
    this(
        types,
        kind,
        jsonKind,
        traits,
        component,
        display,
        key,
        Map.of(
            Member.PROPERTY,
            new LinkedHashMap<>(),
            Member.DATA,
            new LinkedHashMap<>(),
            Member.VALUE,
            new LinkedHashMap<>()),
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  private TemplateType(
      TemplateTypes types,
      Kind kind,
      Kind jsonKind,
      String traits,
      int component,
      String display,
      int key,
      Map<Member, Map<String, Reference>> members,
      Map<String, String> renamed,
      Map<String, Map<String, Reference>> unions) {
    this.types = types;
    this.kind = kind;
    this.jsonKind = jsonKind;
    this.traits = traits;
    this.component = component;
    this.display = display;
    this.key = key;
    this.members = members;
    this.renamed = renamed;
    this.unions = unions;
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
    of(use).put(name, new Reference(type, member));
  }

  void addVariant(String discriminator, String tag, int type, String member) {
    unions
        .computeIfAbsent(discriminator, name -> new LinkedHashMap<>())
        .put(tag, new Reference(type, member));
  }

  void rename(String constant, String name) {
    renamed.put(constant, name);
  }

  private Map<String, Reference> of(Member use) {
    Map<String, Reference> found = members.get(use);
    return found == null ? Map.of() : found;
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
    return kind;
  }

  @Override
  public Kind jsonKind() {
    return jsonKind;
  }

  @Override
  public Map<String, String> renamed() {
    return renamed;
  }

  @Override
  public Optional<Property> jsonValue() {
    return list(Member.VALUE).stream().findFirst();
  }

  @Override
  public Optional<Union> union() {
    return unions.entrySet().stream()
        .map(union -> new Union(union.getKey(), list(union.getValue())))
        .findFirst();
  }

  @Override
  public boolean isReadable() {
    return true;
  }

  @Override
  public boolean isPrimitive() {
    return traits.contains("P");
  }

  @Override
  public boolean isNullable() {
    return traits.contains("N");
  }

  @Override
  public String display() {
    return display;
  }

  @Override
  public Object name() {
    return key;
  }

  @Override
  public Object jsonKey() {
    return key;
  }

  @Override
  public JavaType nonNull() {
    return isNullable()
        ? new TemplateType(
            types, kind, jsonKind, "", component, display, key, members, renamed, unions)
        : this;
  }

  @Override
  public JavaType component() {
    return types.get(component);
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
