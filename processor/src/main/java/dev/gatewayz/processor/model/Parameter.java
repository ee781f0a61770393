package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.processor.report.Origin;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of a prompt.
 *
 * @param name what Java calls it
 * @param label what templates call it
 * @param role what it is for
 * @param type its type, to templates
 * @param javaType its type, to Java
 * @param marks annotations on it
 * @param origin where it is declared
 */
public record Parameter(
    String name,
    String label,
    Variable.Role role,
    JavaType type,
    TypeName javaType,
    Set<Mark> marks,
    Origin origin) {

  /** A type may hold itself without end. */
  private static final int DEEPEST = 4;

  /** Copies the set. */
  public Parameter {
    marks = Set.copyOf(marks);
  }

  /** What an annotation says of a parameter. */
  public enum Mark {
    /** {@code @History}. */
    HISTORY,
    /** {@code @Json}. */
    JSON,
    /** {@code @Untrusted}. */
    UNTRUSTED
  }

  /** The parameter as templates see it. */
  Variable variable() {
    return new Variable(
        name, label, role, type, marks.contains(Mark.JSON), marks.contains(Mark.UNTRUSTED));
  }

  /**
   * What reaches the model or the call by itself, found too deep in the type of a parameter that
   * fills templates.
   */
  public Optional<JavaType> misdeclared() {
    return role == Variable.Role.VARIABLE ? passedOn(type, 0) : Optional.empty();
  }

  private static Optional<JavaType> passedOn(JavaType type, int depth) {
    Kind kind = type.kind();
    if (kind.isPassedOn()) {
      return Optional.of(type);
    }
    boolean hasContent = kind.hasElements() || kind == Kind.OPTIONAL || kind == Kind.MAP;
    return hasContent && depth < DEEPEST ? passedOn(type.component(), depth + 1) : Optional.empty();
  }
}
