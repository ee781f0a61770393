package dev.gatewayz.processor.read;

import java.util.List;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;

/**
 * Whether a declaration says that it may be {@code null}. Any annotation of the name {@code
 * Nullable} does, whoever declares it, and what says the same by another name: JSR 305's {@code
 * CheckForNull}, and the Checker Framework's {@code NullableDecl} for declarations. Compilers
 * before 22 do not show those on types that come from class files.
 */
final class Nullness {
  private static final Set<String> NAMES = Set.of("Nullable", "NullableDecl", "CheckForNull");

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
    return NAMES.contains(annotation.getAnnotationType().asElement().getSimpleName().toString());
  }
}
