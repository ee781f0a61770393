package dev.gatewayz.processor.read;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The records that a sealed interface is one of, in JSON that is read as in JSON that is written.
 *
 * @param discriminator the name of the member that tells which
 * @param records the records, by what that member says of them
 */
record Variants(String discriminator, Map<String, DeclaredType> records) {
  /** Names for the member that tells which record it is, the first that no record has. */
  private static final List<String> DISCRIMINATORS = List.of("type", "kind", "variant", "case");

  /** Whether a type is a sealed interface, whose values may be told apart. */
  static boolean isUnion(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
  }

  /** Those of a sealed interface; none if one of its subtypes is no record. */
  static Result<Variants> of(DeclaredType union, TypeElement element, Round round) {
    Search search = new Search(round);
    search.collect(union, element);
    Findings findings = search.findings.build();
    return findings.isEmpty() ? named(element, search.records.values()) : Result.none(findings);
  }

  private static Result<Variants> named(TypeElement union, Collection<DeclaredType> records) {
    Annotations ofUnion = new PropertyMarks(union).ofType();
    Map<String, DeclaredType> byTag = new LinkedHashMap<>();
    Map<String, TypeElement> owners = new LinkedHashMap<>();
    for (DeclaredType record : records) {
      TypeElement declaration = (TypeElement) record.asElement();
      String tag = UnionMarks.tag(ofUnion, declaration);
      boolean isOwn = tag.equals(declaration.getSimpleName().toString());
      String free = isOwn && byTag.containsKey(tag) ? Names.nested(declaration) : tag;
      if (byTag.putIfAbsent(free, record) != null) {
        Object[] args = {Names.nested(union), free};
        return Result.none(Findings.of(Message.SAME_NAME, Origin.of(declaration), args));
      }
      PropertyMarks ofRecord = new PropertyMarks(declaration);
      for (RecordComponentElement component : declaration.getRecordComponents()) {
        String javaName = component.getSimpleName().toString();
        Annotations marks = Annotations.of(component, declaration);
        owners.putIfAbsent(ofRecord.jsonName(javaName, marks), declaration);
      }
    }
    Optional<String> said = UnionMarks.discriminator(ofUnion);
    TypeElement other = said.map(owners::get).orElse(null);
    if (other != null) {
      Object[] args = {Names.nested(other), said.orElse("")};
      return Result.none(Findings.of(Message.SAME_NAME, Origin.of(other), args));
    }
    return Result.of(new Variants(said.orElseGet(() -> free(union, owners.keySet())), byTag));
  }

  private static String free(TypeElement union, Set<String> members) {
    return DISCRIMINATORS.stream()
        .filter(name -> !members.contains(name))
        .findFirst()
        .orElse("type_of_" + union.getSimpleName());
  }

  /** Goes through what sealed interfaces permit. */
  private static final class Search {
    private final Round round;
    private final Types types;
    private final Map<String, DeclaredType> records = new LinkedHashMap<>();
    private final Findings.Builder findings = new Findings.Builder();

    Search(Round round) {
      this.round = round;
      this.types = round.types();
    }

    /**
     * Gathers the records of a union, those of sealed interfaces in it included, by their names:
     * the Eclipse compiler cannot compare types that were made of a nested one.
     */
    private void collect(DeclaredType union, TypeElement element) {
      for (TypeElement subtype : permitted(element)) {
        Optional<DeclaredType> seen = subtype(union, element, subtype);
        boolean isRecord = subtype.getKind() == ElementKind.RECORD;
        boolean isUnion = isUnion(subtype);
        boolean isOther = seen.isEmpty() || !types.isSubtype(seen.get(), union);
        if (isOther || !(isRecord || isUnion)) {
          findings.add(
              Message.UNION_MEMBER,
              Origin.of(subtype),
              Names.nested(subtype),
              Names.nested(element),
              obstacle(seen, union, isRecord || isUnion));
          return;
        }
        if (isRecord) {
          records.putIfAbsent(TypeName.get(seen.get()).toString(), seen.get());
        } else {
          collect(seen.get(), subtype);
        }
      }
    }

    private static String obstacle(
        Optional<DeclaredType> subtype, DeclaredType union, boolean isPossible) {
      if (subtype.isEmpty()) {
        return "its type arguments are not known from there";
      }
      return isPossible ? "it is no " + Names.display(union) : "it is no record";
    }

    /**
     * In the order of the source, which is also that of class files. Without a list in the source,
     * the Eclipse compiler goes by names.
     */
    private List<TypeElement> permitted(TypeElement union) {
      List<TypeElement> permitted = new ArrayList<>();
      Set<Element> owners = new HashSet<>();
      for (TypeMirror type : union.getPermittedSubclasses()) {
        MissingTypes.check(type, union);
        TypeElement subtype = (TypeElement) ((DeclaredType) type).asElement();
        permitted.add(subtype);
        owners.add(subtype.getEnclosingElement());
      }
      List<TypeElement> byName = new ArrayList<>(permitted);
      byName.sort(Comparator.comparing(type -> type.getSimpleName().toString()));
      boolean isByName =
          round.elements().getClass().getName().startsWith("org.eclipse.")
              && byName.equals(permitted);
      if (isByName && owners.size() == 1 && Names.isType(owners.iterator().next())) {
        List<? extends Element> order = owners.iterator().next().getEnclosedElements();
        permitted.sort(Comparator.comparingInt(order::indexOf));
      }
      return permitted;
    }

    /** A subtype with the type arguments that follow from those of the union. */
    private Optional<DeclaredType> subtype(
        DeclaredType union, TypeElement element, TypeElement subtype) {
      if (subtype.getTypeParameters().isEmpty()) {
        return Optional.of((DeclaredType) subtype.asType());
      }
      List<TypeMirror> arguments = new ArrayList<>();
      for (TypeMirror parent : subtype.getInterfaces()) {
        if (parent instanceof DeclaredType declared && declared.asElement().equals(element)) {
          for (var parameter : subtype.getTypeParameters()) {
            for (int i = 0; i < declared.getTypeArguments().size(); i++) {
              if (types.isSameType(declared.getTypeArguments().get(i), parameter.asType())) {
                arguments.add(union.getTypeArguments().get(i));
                break;
              }
            }
          }
        }
      }
      return arguments.size() == subtype.getTypeParameters().size()
          ? Optional.of(types.getDeclaredType(subtype, arguments.toArray(TypeMirror[]::new)))
          : Optional.empty();
    }
  }
}
