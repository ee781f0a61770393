package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.TypeText;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Reads what JSON is to look like from the types that it becomes. What JSON or strict mode cannot
 * express is reported where it is declared. Reads one structure.
 */
final class DataReader {
  private static final int MOST_TYPES_IN_ONE = 64;
  static final String NO_CODE = "Ask for a record without, and make it of that.";

  private static final Set<String> OF_WHOLE_ANSWERS =
      Set.of("dev.gatewayz.Completion", "dev.gatewayz.AnswerStream");

  private final Viewer viewer;
  private final boolean strict;
  private final ObjectReader objects;
  private final Findings.Builder findings = new Findings.Builder();

  /**
   * A reader for one structure.
   *
   * @param strict whether the server is to enforce it
   */
  DataReader(Viewer viewer, boolean strict) {
    this.viewer = viewer;
    this.strict = strict;
    this.objects = new ObjectReader(this, viewer.round());
  }

  /** The structure of an answer; empty if it has mistakes, which are reported then. */
  Result<Structure> read(DataPlace place, Annotations marks) {
    Optional<Slot> root;
    try {
      root = slot(place, marks, Annotations.of());
    } catch (MissingTypeException e) {
      throw e.after(findings());
    }
    return findings().isEmpty()
        ? new Result<>(root.map(this::structure), Findings.NONE)
        : Result.none(findings());
  }

  private Structure structure(Slot root) {
    return new Structure(TypeText.inSchema(root.java()), root, definitions(), strict);
  }

  /** What was found so far; nothing that has mistakes is to be used. */
  Findings findings() {
    return findings.build();
  }

  /** The records and unions that were read. */
  Map<String, Definition> definitions() {
    return objects.definitions();
  }

  /** What the compiler warns of where a declaration is used. */
  CompilerWarnings warnings() {
    return viewer.warnings();
  }

  void report(Message message, Origin origin, Object... args) {
    findings.add(message, origin, args);
  }

  void addAll(Findings more) {
    findings.addAll(more);
  }

  /** A place for a value; empty if it cannot be one. */
  Optional<Slot> slot(DataPlace place, Annotations marks, Annotations ofHolder) {
    TypeMirror type = MissingTypes.check(place.type(), place.origin().element());
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return slot(place.part(0), marks.and(place.part(0).written().marks()), ofHolder);
    }
    Optional<String> unfollowed = Unfollowed.of(marks, type, JsonLibraries.Way.READ);
    if (unfollowed.isPresent()) {
      reportCode(place, Names.display(type), unfollowed.get(), NO_CODE);
      return Optional.empty();
    }
    return type(place, marks)
        .map(
            data -> {
              // What is said of an optional is meant for what it holds.
              List<Constraint> limits =
                  data instanceof DataType.Maybe
                      ? List.of()
                      : constraints(place, marks, ofHolder, data);
              boolean nullable =
                  !type.getKind().isPrimitive()
                      && marks.all().stream().anyMatch(Nullness::isNullable);
              viewer.warnings().addNullness(nullable);
              return new Slot(
                  data, TypeName.get(type), nullable, marks.description(), limits, place.origin());
            });
  }

  private List<Constraint> constraints(
      DataPlace place, Annotations marks, Annotations ofHolder, DataType type) {
    Result<List<Constraint>> constraints =
        ConstraintReader.read(marks, ofHolder, type, place.toString(), place.origin());
    findings.addAll(constraints.findings());
    return constraints.value().orElse(List.of());
  }

  private Optional<DataType> type(DataPlace place, Annotations marks) {
    TypeMirror type = place.type();
    if (type.getKind().isPrimitive()) {
      return PlainType.of(TypeName.get(type).box().toString())
          .<DataType>map(DataType.Plain::new)
          .or(() -> refuse(place, "Use String."));
    }
    if (type instanceof ArrayType array) {
      return array(place, array, marks);
    }
    if (!(type instanceof DeclaredType declared)) {
      return refuse(place, type instanceof WildcardType ? "Say what it holds." : "Use a record.");
    }
    Optional<PlainType> plain = PlainType.of(Names.of(type));
    return plain.isPresent()
        ? Optional.of(new DataType.Plain(plain.get()))
        : declared(place, declared, marks);
  }

  private Optional<DataType> array(DataPlace place, ArrayType array, Annotations ofHolder) {
    TypeMirror component = array.getComponentType();
    TypeKind kind = component.getKind();
    DataType.Elements.Container container =
        switch (kind) {
          case INT -> DataType.Elements.Container.INTS;
          case LONG -> DataType.Elements.Container.LONGS;
          case DOUBLE -> DataType.Elements.Container.DOUBLES;
          default -> DataType.Elements.Container.ARRAY;
        };
    if (kind.isPrimitive() && container == DataType.Elements.Container.ARRAY) {
      return refuse(place, kind == TypeKind.BYTE ? "Use String." : "Use a List.");
    }
    if (component instanceof DeclaredType generic && !generic.getTypeArguments().isEmpty()) {
      return refuse(place, "Use a List, because Java has no arrays of generic types.");
    }
    return slot(place.part(0), place.part(0).written().marks(), ofHolder)
        .map(element -> new DataType.Elements(element, container));
  }

  private Optional<DataType> declared(DataPlace place, DeclaredType type, Annotations marks) {
    return switch (Names.of(type)) {
      case "java.util.List", "java.util.Collection" ->
          elements(place, type, DataType.Elements.Container.LIST);
      case "java.util.Set" -> elements(place, type, DataType.Elements.Container.SET);
      case "java.util.Map" -> map(place, type);
      case "java.util.Optional" -> optional(place, type, marks);
      case "java.util.OptionalInt" -> maybe(place, marks, TypeKind.INT, DataType.Maybe.Box.INT);
      case "java.util.OptionalLong" -> maybe(place, marks, TypeKind.LONG, DataType.Maybe.Box.LONG);
      case "java.util.OptionalDouble" ->
          maybe(place, marks, TypeKind.DOUBLE, DataType.Maybe.Box.DOUBLE);
      default -> ofUser(place, type);
    };
  }

  private Optional<DataType> elements(
      DataPlace place, DeclaredType type, DataType.Elements.Container container) {
    return argument(place, type, 0).map(element -> new DataType.Elements(element, container));
  }

  private Optional<DataType> map(DataPlace place, DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.size() != 2 || !Names.of(arguments.get(0)).equals("java.lang.String")) {
      return refuse(
          place,
          arguments.size() != 2
              ? "Say what it holds."
              : "Names in JSON are text: use Map<String, "
                  + Names.display(arguments.get(1))
                  + ">, and make the keys of it.");
    }
    if (strict) {
      findings.add(Message.OPEN_MAP, place.origin(), place, Names.display(type));
      return Optional.empty();
    }
    return argument(place, type, 1).map(DataType.Entries::new);
  }

  private Optional<DataType> optional(DataPlace place, DeclaredType type, Annotations marks) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.size() != 1) {
      return refuse(place, "Say what it holds.");
    }
    TypeMirror content = arguments.get(0);
    if (Names.of(content).startsWith("java.util.Optional")) {
      return refuse(place, "JSON has one kind of nothing only: use one Optional.");
    }
    return slot(place.part(0), place.part(0).written().marks().and(marks), Annotations.of())
        .map(slot -> new DataType.Maybe(unmarked(slot), DataType.Maybe.Box.ANY));
  }

  /** The description stays with the optional, and nothing in it is {@code null}. */
  private static Slot unmarked(Slot slot) {
    return slot.present().describedBy(Optional.empty());
  }

  private Optional<DataType> maybe(
      DataPlace place, Annotations marks, TypeKind kind, DataType.Maybe.Box box) {
    Written content = Written.of(viewer.round().types().getPrimitiveType(kind));
    return slot(place.of(content), marks, Annotations.of())
        .map(slot -> new DataType.Maybe(unmarked(slot), box));
  }

  private Optional<Slot> argument(DataPlace place, DeclaredType type, int index) {
    if (index >= type.getTypeArguments().size()) {
      refuse(place, "Say what it holds.");
      return Optional.empty();
    }
    return slot(place.part(index), place.part(index).written().marks(), Annotations.of());
  }

  /** A type that is no part of the JDK. */
  private Optional<DataType> ofUser(DataPlace place, DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (typesIn(type, MOST_TYPES_IN_ONE) > MOST_TYPES_IN_ONE) {
      findings.add(
          Message.DATA_TYPE,
          place.origin(),
          place,
          Names.nested(element) + " of ever more type arguments",
          "Give it fewer, or make it a type without.");
      return Optional.empty();
    }
    if (OF_WHOLE_ANSWERS.contains(element.getQualifiedName().toString())) {
      return refuse(place, "Put it around the whole answer, as in Completion<Optional<String>>.");
    }
    if (element.getKind() == ElementKind.ENUM) {
      viewer.warnings().add(element, type);
      return visible(place, type) ? objects.choice(place, element) : Optional.empty();
    }
    if (element.getKind() != ElementKind.RECORD && !Variants.isUnion(element)) {
      return refuse(place, advice(element));
    }
    if (type.getTypeArguments().size() != element.getTypeParameters().size()) {
      return refuse(place, "Say what it holds.");
    }
    return visible(place, type)
        ? objects.read(place.of(place.written().bounded(viewer.round().types())), element)
        : Optional.empty();
  }

  /** Whether code that nobody can run yet decides what a type is in JSON, which is reported. */
  boolean isMadeByCode(DataPlace place, TypeElement type, String advice) {
    Optional<String> maker = new PropertyMarks(type).maker();
    maker.ifPresent(code -> reportCode(place, Names.nested(type), code, advice));
    return maker.isPresent();
  }

  void reportCode(DataPlace place, String type, String code, String advice) {
    findings.add(Message.OWN_FORM, place.origin(), place, type, code, advice);
  }

  /** How many types a type is written with; a generic record can contain itself without end. */
  private static int typesIn(DeclaredType type, int most) {
    int count = 1;
    for (TypeMirror argument : type.getTypeArguments()) {
      if (count <= most && argument instanceof DeclaredType declared) {
        count += typesIn(declared, most - count);
      }
    }
    return count;
  }

  boolean visible(DataPlace place, TypeMirror type) {
    Findings hidden = viewer.check(type, place.origin());
    findings.addAll(hidden);
    return hidden.isEmpty();
  }

  private static String advice(Element element) {
    String name = element.toString();
    if (name.equals("java.lang.Object") || name.contains(".JsonNode")) {
      return "Say what it is: with a record, or a sealed interface of records.";
    }
    if (name.startsWith("java.")) {
      return "Use a record, a List, a Set, or a value of java.lang, java.math or java.time.";
    }
    return element.getKind() == ElementKind.INTERFACE
        ? "Make the interface sealed, with records as its implementations."
        : "Make it a record.";
  }

  /** Reports that a type can hold no JSON. */
  Optional<DataType> refuse(DataPlace place, String advice) {
    findings.add(Message.DATA_TYPE, place.origin(), place, Names.display(place.type()), advice);
    return Optional.empty();
  }
}
