package dev.gatewayz.processor;

import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Message;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The formats of generated code that the runtime on the class path can run. */
final class RuntimeFormats {
  private static final String GATEWAYZ = "dev.gatewayz.Gatewayz";
  private static final String FORMATS = "dev.gatewayz.codegen.CodegenFormat";

  private RuntimeFormats() {}

  /** What is wrong if code of a format is to run there. */
  static Optional<Finding> check(Elements elements, int format) {
    if (elements.getTypeElement(GATEWAYZ) == null) {
      return Optional.of(Finding.of(Message.NO_RUNTIME));
    }
    TypeElement formats = elements.getTypeElement(FORMATS);
    if (formats == null || constant(formats, "CURRENT") < format) {
      return Optional.of(Finding.of(Message.OLD_RUNTIME));
    }
    return constant(formats, "OLDEST") > format
        ? Optional.of(Finding.of(Message.OLD_PROCESSOR))
        : Optional.empty();
  }

  /** A number; 0 if there is no such constant. */
  private static int constant(TypeElement type, String name) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter((Element field) -> field.getSimpleName().contentEquals(name))
        .map(VariableElement::getConstantValue)
        .map(value -> value instanceof Integer number ? number : 0)
        .findFirst()
        .orElse(0);
  }
}
