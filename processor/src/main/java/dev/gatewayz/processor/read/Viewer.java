package dev.gatewayz.processor.read;

import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;

/**
 * The client that types are read for.
 *
 * @param from its package, which decides what it sees
 * @param implementation the simple name of its class
 * @param warnings what the compiler will warn of in it
 */
record Viewer(Round round, PackageElement from, String implementation, CompilerWarnings warnings) {

  /** Whether it sees a member or a type, and all types around it. */
  boolean sees(Element element) {
    return Visibility.sees(from, element, round.elements());
  }

  /** The first type inside {@code type} that it does not see. */
  Optional<String> hidden(TypeMirror type) {
    return Visibility.hidden(from, type, round.elements());
  }

  /** Reports a type that it does not see. */
  Findings check(TypeMirror type, Origin origin) {
    return hidden(type)
        .map(name -> Findings.of(Message.NOT_VISIBLE, origin, name, implementation))
        .orElse(Findings.NONE);
  }
}
