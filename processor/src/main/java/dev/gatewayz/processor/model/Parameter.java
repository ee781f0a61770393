package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.report.Origin;
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
    Role role,
    JavaType type,
    TypeName javaType,
    Set<Mark> marks,
    Origin origin) {

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

  /** What a parameter is for. */
  public enum Role {
    /** It fills templates. */
    VARIABLE,
    /** It changes the call. */
    OPTIONS,
    /** It is the conversation so far. */
    HISTORY,
    /** It is shown beside the text of the user message, or several are. */
    PART
  }
}
