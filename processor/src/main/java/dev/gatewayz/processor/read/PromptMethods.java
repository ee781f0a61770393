package dev.gatewayz.processor.read;

import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Whether a method can be a prompt, before anything inside it matters. */
final class PromptMethods {
  private PromptMethods() {}

  /** The method, if it can be one. */
  static Result<ExecutableElement> possible(ExecutableElement method, Methods methods) {
    Origin origin = Origin.of(method);
    String name = method.getSimpleName().toString();
    if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
      return Names.annotation(method, Names.PROMPT).isPresent()
          ? Result.none(Message.PROMPT_WITH_BODY, origin, name)
          : Result.none(Findings.NONE);
    }
    if (methods.isOfObject(method) || isProtected(method)) {
      return Result.none(Message.OBJECT_METHOD, origin, name);
    }
    if (isSuspend(method)) {
      return Result.none(Message.SUSPEND, origin, name);
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Result.none(
          Message.GENERIC_METHOD, origin, name, method.getTypeParameters().get(0).getSimpleName());
    }
    return Result.of(method);
  }

  /** Whether a class cannot implement it, because it inherits another by that name. */
  private static boolean isProtected(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return method.getParameters().isEmpty()
        && (name.equals("finalize")
            || (name.equals("clone") && method.getReturnType().getKind().isPrimitive()));
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
