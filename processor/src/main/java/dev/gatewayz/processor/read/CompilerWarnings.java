package dev.gatewayz.processor.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What the compiler will warn of where generated code repeats a declaration. The author has been
 * warned at the declaration, so generated code is not warned of again.
 */
final class CompilerWarnings {
  private final Set<String> found = new TreeSet<>();

  /** The names by which {@code @SuppressWarnings} knows them; more come as properties are read. */
  Set<String> names() {
    return found;
  }

  /** A type that the client names. */
  void add(TypeElement type) {
    deprecation(type);
  }

  /** A method that the client repeats or calls, as its types are there. */
  void add(ExecutableElement method, ExecutableType signature) {
    deprecation(method);
    type(signature.getReturnType());
    signature.getParameterTypes().forEach(this::type);
    signature.getThrownTypes().forEach(this::type);
    if (method.isVarArgs()) {
      varargs(signature.getParameterTypes());
    }
  }

  /** A record that the client makes. */
  void addConstructors(TypeElement record) {
    ElementFilter.constructorsIn(record.getEnclosedElements()).forEach(this::deprecation);
  }

  /** Checkers of nullness do not see that what may be {@code null} is handed on as such. */
  void addNullness(boolean isNullable) {
    if (isNullable) {
      found.add("NullAway");
    }
  }

  /** A member that the client reads. */
  void add(Element member, TypeMirror type) {
    deprecation(member);
    type(type);
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
  private void varargs(List<? extends TypeMirror> parameters) {
    if (parameters.get(parameters.size() - 1) instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType declared
        && !declared.getTypeArguments().isEmpty()) {
      found.add("unchecked");
    }
  }
}
