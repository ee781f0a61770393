package dev.gatewayz.processor.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * What the compiler will warn of where generated code repeats a declaration. The author has been
 * warned at the declaration, so generated code is not warned of again.
 */
final class CompilerWarnings {
  private final Set<String> found = new TreeSet<>();

  private CompilerWarnings() {}

  static Set<String> of(TypeElement type, List<ExecutableElement> methods) {
    CompilerWarnings warnings = new CompilerWarnings();
    warnings.deprecation(type);
    for (ExecutableElement method : methods) {
      warnings.deprecation(method);
      warnings.type(method.getReturnType());
      for (VariableElement parameter : method.getParameters()) {
        warnings.type(parameter.asType());
      }
      if (method.isVarArgs()) {
        warnings.varargs(method);
      }
    }
    return warnings.found;
  }

  private void deprecation(Element element) {
    Names.annotation(element, "java.lang.Deprecated")
        .ifPresent(
            annotation -> {
              boolean removal =
                  annotation.getElementValues().entrySet().stream()
                      .anyMatch(
                          e ->
                              e.getKey().getSimpleName().contentEquals("forRemoval")
                                  && Boolean.TRUE.equals(e.getValue().getValue()));
              found.add(removal ? "removal" : "deprecation");
            });
  }

  private void type(TypeMirror type) {
    if (type instanceof ArrayType array) {
      type(array.getComponentType());
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      deprecation(element);
      if (declared.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
        found.add("rawtypes");
      }
      declared.getTypeArguments().forEach(this::type);
    }
  }

  /** An array of a generic type can come to hold anything. */
  private void varargs(ExecutableElement method) {
    int last = method.getParameters().size() - 1;
    if (method.getParameters().get(last).asType() instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType declared
        && !declared.getTypeArguments().isEmpty()) {
      found.add("unchecked");
    }
  }
}
