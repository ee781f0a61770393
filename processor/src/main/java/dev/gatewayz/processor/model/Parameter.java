package dev.gatewayz.processor.model;

import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.report.Origin;

/**
 * A parameter of a prompt.
 *
 * @param name what Java calls it
 * @param label what templates call it
 * @param role what it is for
 * @param type its type, to templates
 * @param javaType its type, to Java
 * @param origin where it is declared
 */
public record Parameter(
    String name, String label, Role role, JavaType type, TypeName javaType, Origin origin) {

  /** What a parameter is for. */
  public enum Role {
    /** It fills templates. */
    VARIABLE,
    /** It changes the call. */
    OPTIONS
  }
}
