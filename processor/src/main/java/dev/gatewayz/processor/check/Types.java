package dev.gatewayz.processor.check;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.stream.Collectors;

/** Types as people write them. */
final class Types {
  private Types() {}

  /** Without packages. */
  static String display(TypeName type) {
    if (type instanceof ClassName name) {
      return nested(name);
    }
    if (type instanceof ArrayTypeName array) {
      return display(array.componentType()) + "[]";
    }
    if (type instanceof ParameterizedTypeName parameterized) {
      return parameterized.typeArguments().stream()
          .map(Types::display)
          .collect(Collectors.joining(", ", nested(parameterized.rawType()) + "<", ">"));
    }
    return type.toString();
  }

  private static String nested(ClassName name) {
    return String.join(".", name.simpleNames());
  }
}
