package dev.gatewayz.processor;

import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Reporter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Finds what a round has to process: annotated interfaces, and interfaces that hold prompts. */
final class Collector {
  private final Set<? extends TypeElement> annotations;
  private final RoundEnvironment round;
  private final Reporter reporter;

  Collector(Set<? extends TypeElement> annotations, RoundEnvironment round, Reporter reporter) {
    this.annotations = annotations;
    this.round = round;
    this.reporter = reporter;
  }

  void collect(Map<String, TypeElement> interfaces) {
    for (TypeElement annotation : annotations) {
      switch (annotation.getSimpleName().toString()) {
        case "GatewayzClient" ->
            round
                .getElementsAnnotatedWith(annotation)
                .forEach(type -> add((TypeElement) type, interfaces));
        case "GatewayzPrompt" ->
            round
                .getElementsAnnotatedWith(annotation)
                .forEach(method -> addOwner(method, interfaces));
        default -> {}
      }
    }
  }

  private void addOwner(Element method, Map<String, TypeElement> interfaces) {
    TypeElement owner = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    if (owner.getKind() == ElementKind.INTERFACE) {
      add(owner, interfaces);
      return;
    }
    Findings findings =
        Findings.of(
            Message.PROMPT_OUTSIDE_INTERFACE,
            Origin.of(method),
            method.getSimpleName(),
            "the "
                + owner.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " \""
                + owner.getSimpleName()
                + "\"");
    reporter.print(findings, owner);
  }

  private static void add(TypeElement type, Map<String, TypeElement> interfaces) {
    interfaces.putIfAbsent(type.getQualifiedName().toString(), type);
  }
}
