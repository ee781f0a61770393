package dev.gatewayz.processor.read;

import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;

/**
 * Whether a declaration says that it may be {@code null}. Any annotation of the name {@code
 * Nullable} does, whoever declares it. Compilers before 22 do not show those on types that come
 * from class files.
 */
final class Nullness {
  private Nullness() {}

  static boolean isNullable(AnnotatedConstruct... places) {
    for (AnnotatedConstruct place : places) {
      List<? extends AnnotationMirror> annotations = place.getAnnotationMirrors();
      if (annotations.stream().anyMatch(Nullness::isNullable)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an annotation says so. */
  static boolean isNullable(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
  }
}
