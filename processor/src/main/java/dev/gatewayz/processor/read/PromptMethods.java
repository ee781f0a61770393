package dev.gatewayz.processor.read;

import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Whether a method can be a prompt, before anything inside it matters. */
final class PromptMethods {
  private PromptMethods() {}

  static boolean canBePrompt(ExecutableElement method, Methods methods, Findings findings) {
    Origin origin = Origin.of(method);
    String name = method.getSimpleName().toString();
    if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
      if (Names.annotation(method, Names.PROMPT).isPresent()) {
        findings.add(Message.PROMPT_WITH_BODY, origin, name);
      }
      return false;
    }
    if (methods.isOfObject(method)) {
      findings.add(Message.OBJECT_METHOD, origin, name);
      return false;
    }
    if (isSuspend(method)) {
      findings.add(Message.SUSPEND, origin, name);
      return false;
    }
    if (!method.getTypeParameters().isEmpty()) {
      findings.add(
          Message.GENERIC_METHOD, origin, name, method.getTypeParameters().get(0).getSimpleName());
      return false;
    }
    return true;
  }

  /** Kotlin compiles {@code suspend} to a last parameter that takes the rest of the program. */
  private static boolean isSuspend(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return !parameters.isEmpty()
        && parameters
            .get(parameters.size() - 1)
            .asType()
            .toString()
            .startsWith("kotlin.coroutines.Continuation");
  }
}
