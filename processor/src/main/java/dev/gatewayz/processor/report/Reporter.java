package dev.gatewayz.processor.report;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * The one that prints. Each cause is printed once in a compilation, however many clients inherit
 * it; what lies in a class file is printed at the interface that was compiled, since there is no
 * source to point into.
 */
public final class Reporter {
  private final Messager messager;
  private final Set<String> printed = new HashSet<>();
  private final Set<String> compiled = new HashSet<>();
  private final boolean hidesPlaces;
  private boolean hasFailed;

  /** A reporter for one compilation. */
  public Reporter(Messager messager) {
    this.messager = messager;
    this.hidesPlaces = messager.getClass().getName().startsWith("org.eclipse.");
  }

  /** Says that the source of {@code root} is part of this compilation. */
  public void compiles(Element root) {
    compiled.add(root.toString());
  }

  /** Whether the source of a declaration is part of this compilation. */
  public boolean isCompiled(Element element) {
    return compiled.contains(outermost(element).toString());
  }

  /** Prints what was found about {@code subject}. */
  public void print(Findings findings, TypeElement subject) {
    for (Finding finding : findings.heard(subject).all()) {
      print(finding, subject);
    }
  }

  /** Whether the build fails by something that was printed. */
  public boolean hasFailed() {
    return hasFailed;
  }

  /** Prints what is about the compilation as a whole. */
  public void print(Finding finding) {
    hasFailed |= finding.isError();
    messager.printMessage(finding.message().kind(), finding.print(""));
  }

  private void print(Finding finding, TypeElement subject) {
    Origin origin = finding.origin().orElse(Origin.of(subject));
    if (!printed.add(key(finding, origin))) {
      return;
    }
    hasFailed |= finding.isError();
    if (isCompiled(origin.element())) {
      print(finding.message(), finding.print(""), pointed(origin, subject));
    } else {
      String place = "(in " + Path.of(origin.element()) + ") ";
      print(finding.message(), finding.print(place), Origin.of(subject));
    }
  }

  /**
   * Where the compiler can point at: that of Eclipse knows no places of records and of their
   * components, and would not even name the file.
   */
  private Origin pointed(Origin origin, TypeElement subject) {
    Element place = origin.element();
    while (hidesPlaces && (place.getKind() == ElementKind.RECORD || isComponent(place))) {
      place = Objects.requireNonNull(place.getEnclosingElement());
    }
    if (place.equals(origin.element())) {
      return origin;
    }
    return Origin.of(isPackage(place) ? subject : place);
  }

  private static boolean isComponent(Element element) {
    Element owner = element.getEnclosingElement();
    return owner != null
        && owner.getKind() == ElementKind.RECORD
        && (element.getKind().isField() || element.getKind() == ElementKind.RECORD_COMPONENT);
  }

  private void print(Message message, String text, Origin origin) {
    Element element = origin.element();
    if (origin.annotation().isEmpty()) {
      messager.printMessage(message.kind(), text, element);
    } else if (origin.value().isEmpty()) {
      messager.printMessage(message.kind(), text, element, origin.annotation().get());
    } else {
      messager.printMessage(
          message.kind(), text, element, origin.annotation().get(), origin.value().get());
    }
  }

  /** A cause is a message at a place; only inside a template is the place known better. */
  private static String key(Finding finding, Origin origin) {
    String place =
        finding
            .excerpt()
            .map(e -> e.source() + " " + e.line() + ":" + e.column() + " " + e.text())
            .orElse(finding.text());
    return finding.message().code() + " " + Path.qualified(origin.element()) + " " + place;
  }

  private static Element outermost(Element element) {
    Element outermost = element;
    Element outer = element.getEnclosingElement();
    while (outer != null && !isPackage(outer)) {
      outermost = outer;
      outer = outer.getEnclosingElement();
    }
    return outermost;
  }

  private static boolean isPackage(Element element) {
    return switch (element.getKind()) {
      case PACKAGE, MODULE -> true;
      default -> false;
    };
  }
}
