package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.element.AnnotationMirror;

/** Reads constraints from annotations: our own, and those of Jakarta Validation by their names. */
final class ConstraintReader {
  private static final String OURS = "dev.gatewayz.annotation.";
  private static final String JAKARTA = "jakarta.validation.constraints.";

  private final String place;
  private final Origin origin;
  private final Findings.Builder findings = new Findings.Builder();

  private ConstraintReader(String place, Origin origin) {
    this.place = place;
    this.origin = origin;
  }

  /**
   * The constraints of a place, each once. Those that make no sense there are reported.
   *
   * @param ignored annotations that belong to what holds the value
   */
  static Result<List<Constraint>> read(
      Annotations marks, Annotations ignored, DataType type, String place, Origin origin) {
    ConstraintReader reader = new ConstraintReader(place, origin);
    List<Constraint> constraints = reader.read(marks, ignored, type);
    return Result.of(constraints, reader.findings.build());
  }

  /** The names of the constraints among annotations. */
  static List<String> names(Annotations marks) {
    return each(marks).stream()
        .filter(annotation -> found(AnnotationValues.of(annotation)).isPresent())
        .map(ConstraintReader::name)
        .toList();
  }

  private List<Constraint> read(Annotations marks, Annotations ignored, DataType type) {
    List<Constraint> constraints = new ArrayList<>();
    for (AnnotationMirror annotation : each(marks)) {
      boolean isIgnored =
          each(ignored).stream().anyMatch(other -> other.toString().equals(annotation.toString()));
      Optional<Constraint> found =
          isIgnored ? Optional.empty() : constraint(AnnotationValues.of(annotation));
      if (found.isPresent() && !constraints.contains(found.get())) {
        add(found.get(), name(annotation), type, constraints);
      }
    }
    return constraints;
  }

  private void add(
      Constraint constraint, String name, DataType type, List<Constraint> constraints) {
    if (!fits(constraint, type)) {
      findings.add(Message.CONSTRAINT_TYPE, origin, name, place, subject(constraint));
      return;
    }
    constraints.add(constraint);
    Contradiction.find(constraints, type)
        .ifPresent(
            problem -> {
              findings.add(Message.CONSTRAINT_VALUE, origin, name, place, problem);
              constraints.remove(constraint);
            });
  }

  /** Annotations, those that are repeated one by one. */
  private static List<AnnotationMirror> each(Annotations marks) {
    List<AnnotationMirror> each = new ArrayList<>();
    for (AnnotationMirror annotation : marks.all()) {
      String name = Names.of(annotation.getAnnotationType());
      if (name.startsWith(JAKARTA) && name.endsWith(".List")) {
        each.addAll(AnnotationValues.of(annotation).annotations("value"));
      } else {
        each.add(annotation);
      }
    }
    return each;
  }

  private static String name(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement().getSimpleName().toString();
  }

  private Optional<Constraint> constraint(AnnotationValues values) {
    String name = Names.of(values.annotation().getAnnotationType());
    return found(values).filter(constraint -> isPossible(constraint, name));
  }

  private static Optional<Constraint> found(AnnotationValues values) {
    String name = Names.of(values.annotation().getAnnotationType());
    if (name.startsWith(OURS)) {
      return ours(name.substring(OURS.length()), values);
    }
    return name.startsWith(JAKARTA)
        ? jakarta(name.substring(JAKARTA.length()), values)
        : Optional.empty();
  }

  private static Optional<Constraint> ours(String name, AnnotationValues values) {
    return switch (name) {
      case "Range" -> Optional.of(bounds(values, "min", "max", false));
      case "Size" -> Optional.of(length(values));
      case "Pattern" -> Optional.of(new Constraint.Matching(values.text("value").orElse(""), 0));
      default -> Optional.empty();
    };
  }

  private static Optional<Constraint> jakarta(String name, AnnotationValues values) {
    boolean isOpen = !values.constant("inclusive", Boolean.class).orElse(true);
    return switch (name) {
      case "Min" -> Optional.of(bounds(values, "value", "", false));
      case "Max" -> Optional.of(bounds(values, "", "value", false));
      case "DecimalMin" -> Optional.of(bounds(values, "value", "", isOpen));
      case "DecimalMax" -> Optional.of(bounds(values, "", "value", isOpen));
      case "Positive" -> Optional.of(above(true));
      case "PositiveOrZero" -> Optional.of(above(false));
      case "Negative" -> Optional.of(below(true));
      case "NegativeOrZero" -> Optional.of(below(false));
      case "Size" -> Optional.of(length(values));
      case "NotEmpty" -> Optional.of(new Constraint.Length(1, Integer.MAX_VALUE));
      case "NotBlank" -> Optional.of(new Constraint.NotBlank());
      case "Pattern" ->
          Optional.of(new Constraint.Matching(values.text("regexp").orElse(""), flags(values)));
      default -> Optional.empty();
    };
  }

  private static Constraint above(boolean open) {
    return new Constraint.Bounds(Optional.of(BigDecimal.ZERO), Optional.empty(), open);
  }

  private static Constraint below(boolean open) {
    return new Constraint.Bounds(Optional.empty(), Optional.of(BigDecimal.ZERO), open);
  }

  private static Constraint bounds(AnnotationValues values, String min, String max, boolean open) {
    return new Constraint.Bounds(number(values, min), number(values, max), open);
  }

  /** A number, or a text that is one; infinity is none. */
  private static Optional<BigDecimal> number(AnnotationValues values, String name) {
    try {
      return values.constant(name, Object.class).map(value -> new BigDecimal(value.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Constraint length(AnnotationValues values) {
    return new Constraint.Length(
        values.constant("min", Number.class).map(Number::intValue).orElse(0),
        values.constant("max", Number.class).map(Number::intValue).orElse(Integer.MAX_VALUE));
  }

  private static int flags(AnnotationValues values) {
    int flags = 0;
    for (String flag : values.constants("flags")) {
      flags |=
          switch (flag) {
            case "UNIX_LINES" -> Pattern.UNIX_LINES;
            case "CASE_INSENSITIVE" -> Pattern.CASE_INSENSITIVE;
            case "COMMENTS" -> Pattern.COMMENTS;
            case "MULTILINE" -> Pattern.MULTILINE;
            case "DOTALL" -> Pattern.DOTALL;
            case "UNICODE_CASE" -> Pattern.UNICODE_CASE;
            case "CANON_EQ" -> Pattern.CANON_EQ;
            default -> 0;
          };
    }
    return flags;
  }

  /** Whether some value can meet it. */
  private boolean isPossible(Constraint constraint, String name) {
    String problem =
        constraint.match(
            ConstraintReader::mistake,
            ConstraintReader::mistake,
            ConstraintReader::mistake,
            notBlank -> "");
    if (!problem.isEmpty()) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      findings.add(Message.CONSTRAINT_VALUE, origin, simple, place, problem);
    }
    return problem.isEmpty();
  }

  /** Numbers alone; what comes of open bounds depends on the type. */
  private static String mistake(Constraint.Bounds bounds) {
    if (bounds.min().isEmpty() && bounds.max().isEmpty()) {
      return "it sets no bound";
    }
    boolean isEmpty =
        bounds.min().isPresent()
            && bounds.max().isPresent()
            && bounds.min().get().compareTo(bounds.max().get()) > 0;
    return isEmpty ? "its least is above its most" : "";
  }

  private static String mistake(Constraint.Length length) {
    if (length.min() > length.max() || length.max() < 0) {
      return "its least is above its most";
    }
    if (length.min() < 0) {
      return "it is negative";
    }
    return length.min() == 0 && length.max() == Integer.MAX_VALUE ? "it sets no bound" : "";
  }

  private static String mistake(Constraint.Matching matching) {
    try {
      Pattern.compile(matching.regex(), matching.flags());
      return "";
    } catch (PatternSyntaxException e) {
      return "\"" + matching.regex() + "\" is no regular expression: " + e.getDescription();
    }
  }

  private static boolean fits(Constraint constraint, DataType type) {
    boolean isText = type instanceof DataType.Plain plain && plain.type() == PlainType.STRING;
    return constraint.match(
        bounds ->
            type instanceof DataType.Plain plain
                && plain.type().isNumber()
                && plain.type() != PlainType.YEAR,
        length -> isText || type instanceof DataType.Elements || type instanceof DataType.Entries,
        matching -> isText,
        notBlank -> isText);
  }

  private static String subject(Constraint constraint) {
    return constraint.match(
        bounds -> "numbers",
        length -> "text, lists, sets, arrays and maps",
        matching -> "text",
        notBlank -> "text");
  }
}
