package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.Attribute;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * What is said of a parameter: by its method, and by all that are implemented with it. Whoever
 * declares a method anew does not take back what was said of it.
 *
 * @param all its declarations, the nearest first
 */
record ParameterMarks(List<VariableElement> all) {

  /** The marks of the parameter at {@code index} of each method. */
  static ParameterMarks of(List<ExecutableElement> lineage, int index) {
    return new ParameterMarks(
        lineage.stream()
            .<VariableElement>map(method -> method.getParameters().get(index))
            .toList());
  }

  /** All annotations, those on the type included. */
  Annotations annotations() {
    Annotations annotations = Annotations.of();
    for (VariableElement parameter : all) {
      annotations = annotations.and(Annotations.of(parameter, parameter.asType()));
    }
    return annotations;
  }

  /** The nearest annotation of that name. */
  Optional<AnnotationReader> find(String name) {
    for (VariableElement parameter : all) {
      Optional<AnnotationReader> found =
          Names.annotation(parameter, name).map(a -> new AnnotationReader(parameter, a));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What templates and models call it, if that is said. */
  Optional<Attribute<String>> var() {
    return find(Names.VAR).flatMap(annotation -> annotation.text("value"));
  }
}
