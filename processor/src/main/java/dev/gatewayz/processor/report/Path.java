package dev.gatewayz.processor.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The name of a declaration for people, the same under every compiler. */
final class Path {
  private Path() {}

  /** As in {@code Analyst.ask(String)}. */
  static String of(Element element) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      switch (e.getKind()) {
        case PACKAGE, MODULE -> {
          return String.join(".", names);
        }
        default -> names.addFirst(name(e));
      }
    }
    return String.join(".", names);
  }

  /** What tells a declaration from all others of a compilation. */
  static String qualified(Element element) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      names.addFirst(e.toString());
    }
    return String.join(" ", names);
  }

  private static String name(Element element) {
    if (!(element instanceof ExecutableElement method)) {
      return element.getSimpleName().toString();
    }
    return method.getParameters().stream()
        .map(VariableElement::asType)
        .map(Object::toString)
        .map(type -> type.substring(type.lastIndexOf('.') + 1))
        .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"));
  }
}
