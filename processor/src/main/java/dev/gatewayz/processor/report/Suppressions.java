package dev.gatewayz.processor.report;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads {@code @SuppressWarnings}, on a declaration and on all around it. */
final class Suppressions {
  private static final String PREFIX = "gatewayz:";

  private Suppressions() {}

  /** Whether a finding is silenced where it is, or on the type that it was found for. */
  static boolean silence(Finding finding, Element subject) {
    Message message = finding.message();
    return message.suppressible()
        && (silence(message, subject)
            || finding.origin().filter(origin -> silence(message, origin.element())).isPresent());
  }

  private static boolean silence(Message message, Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      for (AnnotationMirror annotation : e.getAnnotationMirrors()) {
        if (isSuppressWarnings(annotation) && names(annotation, message.code())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSuppressWarnings(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.SuppressWarnings");
  }

  private static boolean names(AnnotationMirror annotation, String code) {
    for (AnnotationValue values : annotation.getElementValues().values()) {
      if (values.getValue() instanceof List<?> list) {
        for (Object value : list) {
          if (value instanceof AnnotationValue token
              && (code.equals(token.getValue()) || (PREFIX + code).equals(token.getValue()))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
