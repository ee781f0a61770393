package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
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

  private final Findings findings;

  ConstraintReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * The constraints of a place, each once. Those that make no sense there are reported.
   *
   * @param ignored annotations that belong to what holds the value
   */
  List<Constraint> read(Marks marks, Marks ignored, DataType type, String place, Origin origin) {
    List<Constraint> constraints = new ArrayList<>();
    for (AnnotationMirror annotation : marks.all()) {
      boolean isIgnored =
          ignored.all().stream().anyMatch(other -> other.toString().equals(annotation.toString()));
      Optional<Constraint> found =
          isIgnored ? Optional.empty() : constraint(Marks.Values.of(annotation), place, origin);
      if (found.isPresent() && !constraints.contains(found.get())) {
        if (fits(found.get(), type)) {
          constraints.add(found.get());
        } else {
          String name = annotation.getAnnotationType().asElement().getSimpleName().toString();
          findings.add(Message.CONSTRAINT_TYPE, origin, name, place, subject(found.get()));
        }
      }
    }
    return constraints;
  }

  private Optional<Constraint> constraint(Marks.Values values, String place, Origin origin) {
    String name = Names.of(values.annotation().getAnnotationType());
    Optional<Constraint> constraint = Optional.empty();
    if (name.startsWith(OURS)) {
      constraint = ours(name.substring(OURS.length()), values);
    } else if (name.startsWith(JAKARTA)) {
      constraint = jakarta(name.substring(JAKARTA.length()), values);
    }
    return constraint.filter(c -> isPossible(c, name, place, origin));
  }

  private static Optional<Constraint> ours(String name, Marks.Values values) {
    return switch (name) {
      case "Range" -> Optional.of(bounds(values, "min", "max", false));
      case "Size" -> Optional.of(length(values));
      case "Pattern" -> Optional.of(new Constraint.Matching(values.text("value").orElse(""), 0));
      default -> Optional.empty();
    };
  }

  private static Optional<Constraint> jakarta(String name, Marks.Values values) {
    boolean isOpen = !values.flag("inclusive", true);
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

  private static Constraint bounds(Marks.Values values, String min, String max, boolean open) {
    return new Constraint.Bounds(number(values, min), number(values, max), open);
  }

  /** A number, or a text that is one; infinity is none. */
  private static Optional<BigDecimal> number(Marks.Values values, String name) {
    Object value = values.all().get(name);
    try {
      return value == null ? Optional.empty() : Optional.of(new BigDecimal(value.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Constraint length(Marks.Values values) {
    return new Constraint.Length(
        values.number("min").map(Number::intValue).orElse(0),
        values.number("max").map(Number::intValue).orElse(Integer.MAX_VALUE));
  }

  private static int flags(Marks.Values values) {
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
  private boolean isPossible(Constraint constraint, String name, String place, Origin origin) {
    String problem = "";
    if (constraint instanceof Constraint.Bounds bounds) {
      boolean isEmpty =
          bounds.min().isPresent()
              && bounds.max().isPresent()
              && bounds.min().get().compareTo(bounds.max().get()) > 0;
      boolean isOpen = bounds.min().isEmpty() && bounds.max().isEmpty();
      problem = isEmpty ? "its least is above its most" : isOpen ? "it sets no bound" : "";
    } else if (constraint instanceof Constraint.Length length) {
      boolean isEmpty = length.min() > length.max() || length.max() < 0;
      problem = isEmpty ? "its least is above its most" : length.min() < 0 ? "it is negative" : "";
    } else if (constraint instanceof Constraint.Matching matching) {
      problem = mistake(matching);
    }
    if (!problem.isEmpty()) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      findings.add(Message.CONSTRAINT_VALUE, origin, simple, place, problem);
    }
    return problem.isEmpty();
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
    if (constraint instanceof Constraint.Bounds) {
      return type instanceof DataType.Plain plain
          && plain.type().isNumber()
          && plain.type() != PlainType.YEAR;
    }
    return isText
        || (constraint instanceof Constraint.Length
            && (type instanceof DataType.Elements || type instanceof DataType.Entries));
  }

  private static String subject(Constraint constraint) {
    if (constraint instanceof Constraint.Bounds) {
      return "numbers";
    }
    return constraint instanceof Constraint.Length ? "text, lists, sets, arrays and maps" : "text";
  }
}
