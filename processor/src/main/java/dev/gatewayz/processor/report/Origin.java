package dev.gatewayz.processor.report;

import dev.gatewayz.internal.binding.TemplateOrigin;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Where a finding belongs in the user's source, as narrow as the compiler can point.
 *
 * @param element the declaration
 * @param annotation the annotation on it, if it is about one
 * @param value the value inside the annotation, if it is about one
 */
public record Origin(
    Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value)
    implements TemplateOrigin {

  /** A whole declaration. */
  public static Origin of(Element element) {
    return new Origin(element, Optional.empty(), Optional.empty());
  }

  /** An annotation on a declaration. */
  public static Origin of(Element element, AnnotationMirror annotation) {
    return new Origin(element, Optional.of(annotation), Optional.empty());
  }

  /** The same annotation, at one of its values. */
  public Origin at(AnnotationValue value) {
    return new Origin(element, annotation, Optional.of(value));
  }

  @Override
  public boolean isBeside(TemplateOrigin other) {
    return other instanceof Origin origin && element.equals(origin.element);
  }
}
