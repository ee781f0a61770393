package dev.gatewayz.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * What is written in an annotation, whoever declares it; defaults are not written.
 *
 * @param all values by the names of the members
 */
record AnnotationValues(AnnotationMirror annotation, Map<String, AnnotationValue> all) {

  static AnnotationValues of(AnnotationMirror annotation) {
    Map<String, AnnotationValue> all = new LinkedHashMap<>();
    annotation
        .getElementValues()
        .forEach((method, value) -> all.put(method.getSimpleName().toString(), value));
    return new AnnotationValues(annotation, all);
  }

  /** What is written for a member. */
  Optional<AnnotationValue> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** A constant of that type, if that is what is written. */
  <T> Optional<T> constant(String name, Class<T> type) {
    return find(name).map(AnnotationValue::getValue).filter(type::isInstance).map(type::cast);
  }

  /** A text. */
  Optional<String> text(String name) {
    return constant(name, String.class);
  }

  /** Texts. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : constant(name, List.class).orElse(List.of())) {
      if (element instanceof AnnotationValue value && value.getValue() instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Annotations inside this one. */
  List<AnnotationMirror> annotations(String name) {
    List<AnnotationMirror> annotations = new ArrayList<>();
    for (Object element : constant(name, List.class).orElse(List.of())) {
      if (element instanceof AnnotationValue value
          && value.getValue() instanceof AnnotationMirror annotation) {
        annotations.add(annotation);
      }
    }
    return annotations;
  }

  /** The constant of an enum, empty if none is written. */
  String constant(String name) {
    return constant(name, VariableElement.class)
        .map(constant -> constant.getSimpleName().toString())
        .orElse("");
  }

  /** The qualified name of a class, empty if none is written. */
  String type(String name) {
    return constant(name, TypeMirror.class).map(Names::of).orElse("");
  }

  /** The qualified names of the classes that are written for any of the members. */
  Stream<String> types(String... names) {
    return Stream.of(names).map(this::type).filter(name -> !name.isEmpty());
  }

  /** The constants of an enum that a member lists. */
  List<String> constants(String name) {
    List<String> constants = new ArrayList<>();
    for (Object element : constant(name, List.class).orElse(List.of())) {
      if (element instanceof AnnotationValue value
          && value.getValue() instanceof VariableElement constant) {
        constants.add(constant.getSimpleName().toString());
      }
    }
    return constants;
  }
}
