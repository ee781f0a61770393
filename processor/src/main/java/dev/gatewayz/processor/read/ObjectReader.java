package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.TypeText;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
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
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads records, enums and sealed interfaces of records. */
final class ObjectReader {
  private static final String NAME_CONSTANTS = "Name each of its constants with @JsonProperty.";

  private final DataReader reader;
  private final Round round;
  private final Types types;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();

  ObjectReader(DataReader reader, Round round) {
    this.reader = reader;
    this.round = round;
    this.types = round.types();
  }

  /** What was read, by the keys. */
  Map<String, Definition> definitions() {
    return new LinkedHashMap<>(definitions);
  }

  Optional<DataType> choice(DataPlace place, TypeElement type) {
    List<DataType.Constant> constants = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean isNamed = true;
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        Annotations marks = Annotations.of(member);
        reader.warnings().add(member, type.asType());
        String java = member.getSimpleName().toString();
        String json = marks.jsonName().orElse(java);
        isNamed &= marks.jsonName().isPresent();
        if (!names.add(json)) {
          reader.report(Message.SAME_NAME, Origin.of(member), Names.nested(type), json);
        }
        constants.add(
            new DataType.Constant(json, java, marks.description(), JsonLibraries.aliases(marks)));
      }
    }
    if (!isNamed && reader.isMadeByCode(place, type, NAME_CONSTANTS)) {
      return Optional.empty();
    }
    return constants.isEmpty()
        ? reader.refuse(place, "An enum without constants has no value.")
        : Optional.of(
            new DataType.Choice(
                TypeName.get(type.asType()),
                Annotations.of(type).description(),
                constants.stream().map(constant -> withoutNames(constant, names)).toList()));
  }

  /** An alias that is the name of another constant means that, as in Jackson. */
  private static DataType.Constant withoutNames(DataType.Constant constant, Set<String> names) {
    List<String> aliases = constant.aliases().stream().filter(a -> !names.contains(a)).toList();
    return new DataType.Constant(constant.json(), constant.java(), constant.description(), aliases);
  }

  /** A record or a union whose type arguments are known. */
  Optional<DataType> read(DataPlace place, TypeElement element) {
    DeclaredType type = (DeclaredType) place.type();
    reader.warnings().add(element, type);
    reader.warnings().addConstructors(element);
    if (Variants.isUnion(element)) {
      return union(place, type, element);
    }
    Optional<RecordComponentElement> value = new PropertyMarks(element).wrapped();
    return value.isPresent()
        ? wrapped(place, element, value.get())
        : fields(place, type, element).map(DataType.Defined::new);
  }

  /** A record that is the value of its only component. */
  private Optional<DataType> wrapped(
      DataPlace place, TypeElement element, RecordComponentElement component) {
    TypeName java = TypeName.get(place.type());
    if (!open.add(java.toString())) {
      return reader.refuse(place, "It is its own value without end: give it another component.");
    }
    Optional<String> description = Annotations.of(element).description();
    Optional<Member> member = member(component, place.written(), new PropertyMarks(element));
    open.remove(java.toString());
    if (member.isEmpty()) {
      return Optional.empty();
    }
    Slot content = member.get().slot();
    if (content.type() instanceof DataType.Maybe) {
      return reader.refuse(place, "Make the component what the optional holds.");
    }
    Optional<String> said = content.description().or(() -> description);
    return Optional.of(new DataType.Wrapped(java, content.present().describedBy(said)));
  }

  /** Reads a record; its key, or nothing if it has mistakes. */
  private Optional<String> fields(DataPlace place, DeclaredType type, TypeElement element) {
    TypeName java = TypeName.get(type);
    String key = java.toString();
    if (definitions.containsKey(key)) {
      return Optional.of(key);
    }
    if (reader.isMadeByCode(place, element, DataReader.NO_CODE)) {
      return Optional.empty();
    }
    Optional<String> description = Annotations.of(element).description();
    String name = TypeText.inSchema(java);
    // Types that contain themselves find this.
    Definition.Fields open = Definition.Fields.open(key, name, java, description);
    definitions.put(key, open);
    List<Member> members = new ArrayList<>();
    List<Definition.Absent> absent = new ArrayList<>();
    boolean isSound = true;
    Set<String> names = new HashSet<>();
    Map<String, Integer> places = new HashMap<>();
    List<? extends RecordComponentElement> components = element.getRecordComponents();
    PropertyMarks ofType = new PropertyMarks(element);
    for (RecordComponentElement component : components) {
      Annotations marks = Annotations.of(component, element);
      String javaName = component.getSimpleName().toString();
      if (ofType.ignores(javaName, marks, JsonLibraries.Way.READ)) {
        TypeName ignored = TypeName.get(seen(component, type));
        isSound &= canBeAbsent(component, marks, ignored, element);
        absent.add(new Definition.Absent(components.indexOf(component), ignored));
        continue;
      }
      Optional<Member> member = member(component, place.written(), ofType);
      isSound &= member.isPresent();
      member.ifPresent(members::add);
      Optional<Integer> index = JsonLibraries.index(marks);
      member.ifPresent(m -> index.ifPresent(at -> places.put(m.name(), at)));
      if (member.isPresent() && !names.add(member.get().name())) {
        reader.report(
            Message.SAME_NAME,
            member.get().slot().origin(),
            Names.nested(element),
            member.get().name());
      }
    }
    Map<String, String> jsonNames = new LinkedHashMap<>();
    members.forEach(member -> jsonNames.put(member.javaName(), member.name()));
    Set<String> taken = new HashSet<>(names);
    members.replaceAll(member -> withoutNames(member, taken));
    definitions.put(key, open.with(members, absent, ofType.order(jsonNames, places)));
    return isSound ? Optional.of(key) : Optional.empty();
  }

  /** A name means one member alone. */
  private static Member withoutNames(Member member, Set<String> taken) {
    List<String> aliases = member.aliases().stream().filter(taken::add).toList();
    return new Member(member.name(), member.javaName(), member.slot(), aliases);
  }

  /** Whether there is something to construct a record with for what JSON does not have. */
  private boolean canBeAbsent(
      RecordComponentElement component, Annotations marks, TypeName type, TypeElement element) {
    boolean isOptional = type.toString().startsWith("java.util.Optional");
    boolean isNullable = marks.all().stream().anyMatch(Nullness::isNullable);
    if (!isOptional && !isNullable) {
      reader.report(
          Message.IGNORED,
          Origin.of(Annotations.field(component, element).orElse(component)),
          Names.nested(element) + "." + component.getSimpleName());
    }
    return isOptional || isNullable;
  }

  private TypeMirror seen(RecordComponentElement component, DeclaredType type) {
    return ((ExecutableType) types.asMemberOf(type, component.getAccessor())).getReturnType();
  }

  private Optional<Member> member(
      RecordComponentElement component, Written type, PropertyMarks ofType) {
    TypeElement element = ofType.element();
    TypeMirror seen = seen(component, (DeclaredType) type.type());
    Optional<Element> field = Annotations.field(component, element);
    Written written =
        field.isPresent()
            ? round.classFiles().field((VariableElement) field.get(), seen, type)
            : round.classFiles().result(component.getAccessor(), seen, type);
    String javaName = component.getSimpleName().toString();
    Annotations marks = Annotations.of(component, element).and(written.marks());
    Origin origin = Origin.of(field.orElse(component));
    String owner = Names.nested(element);
    return reader
        .slot(new DataPlace(written, javaName, owner, origin), marks, Annotations.of())
        .map(
            slot ->
                new Member(
                    ofType.jsonName(javaName, marks),
                    javaName,
                    slot,
                    JsonLibraries.aliases(marks)));
  }

  private Optional<DataType> union(DataPlace place, DeclaredType type, TypeElement element) {
    TypeName java = TypeName.get(type);
    String key = java.toString();
    if (definitions.containsKey(key)) {
      return Optional.of(new DataType.Defined(key));
    }
    if (reader.isMadeByCode(place, element, DataReader.NO_CODE)) {
      return Optional.empty();
    }
    Optional<String> description = Annotations.of(element).description();
    String name = TypeText.inSchema(java);
    Definition.Union open = Definition.Union.open(key, name, java, description);
    definitions.put(key, open);
    Annotations marks = new PropertyMarks(element).ofType();
    Optional<String> unfollowed =
        UnionMarks.unfollowed(marks)
            .or(() -> UnionMarks.otherwise(marks).map(other -> "@JsonTypeInfo(defaultImpl)"));
    if (unfollowed.isPresent()) {
      reader.reportCode(place, Names.nested(element), unfollowed.get(), DataReader.NO_CODE);
      return Optional.empty();
    }
    Result<Variants> found = Variants.of(type, element, round);
    reader.addAll(found.findings());
    if (found.value().isEmpty()) {
      return Optional.empty();
    }
    List<Definition.Variant> variants = new ArrayList<>();
    for (Map.Entry<String, DeclaredType> variant : found.value().get().records().entrySet()) {
      DeclaredType record = variant.getValue();
      if (!reader.visible(place, record)) {
        return Optional.empty();
      }
      Optional<String> fields =
          fields(place.of(Written.of(record)), record, (TypeElement) record.asElement());
      if (fields.isEmpty()) {
        return Optional.empty();
      }
      variants.add(new Definition.Variant(variant.getKey(), fields.get()));
    }
    String discriminator = found.value().get().discriminator();
    definitions.put(key, open.with(discriminator, variants));
    return Optional.of(new DataType.Defined(key));
  }
}
