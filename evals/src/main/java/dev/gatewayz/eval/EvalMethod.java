package dev.gatewayz.eval;

import dev.gatewayz.Gatewayz;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A method with {@link PromptEval}: what its parameters are, and how it is called. */
final class EvalMethod {
  private final Method method;
  private final PromptEval settings;

  EvalMethod(Method method, PromptEval settings) {
    this.method = method;
    this.settings = settings;
  }

  /** A file of cases. */
  static final class Content {
    private final String file;
    private final byte[] bytes;

    Content(String file, byte[] bytes) {
      this.file = file;
      this.bytes = bytes;
    }
  }

  String cases() {
    return settings.cases();
  }

  /** Whether a parameter is made for each trial; others are those of other extensions. */
  boolean provides(int index) {
    Parameter parameter = method.getParameters()[index];
    return index == 0
        || parameter.getType() == Trial.class
        || parameter.getType() == Gatewayz.class
        || parameter.isAnnotationPresent(Judge.class)
        || isPrompts(parameter.getType());
  }

  private boolean isPrompts(Class<?> type) {
    return type.isInterface()
        && (Arrays.stream(settings.variants()).anyMatch(type::isAssignableFrom)
            || isGenerated(type));
  }

  private static boolean isGenerated(Class<?> type) {
    try {
      Gatewayz.implementationOf(type);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The evaluation that the annotation describes. */
  Evaluation<?> evaluation(String name, Content content) {
    try {
      Evaluation<?> evaluation =
          Evaluation.ofContent(name, content.file, content.bytes, caseType())
              .repeat(settings.repeat())
              .passAt(settings.passAt())
              .maxFailureRate(settings.maxFailureRate())
              .concurrency(settings.concurrency())
              .models(settings.models())
              .variants(settings.variants());
      checkVariants();
      if (settings.failIfWorse()) {
        evaluation.failIfWorse();
      }
      return settings.budget().isBlank() ? evaluation : evaluation.budget(settings.budget());
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(e.getMessage(), e);
    }
  }

  private Class<?> caseType() {
    Class<?> type = method.getParameterCount() == 0 ? Void.class : method.getParameterTypes()[0];
    if (!type.isRecord() && type != String.class && type != Map.class) {
      throw new IllegalArgumentException(
          "The first parameter of "
              + method.getName()
              + " must be the case: a record, a String or a Map<String, Object>.");
    }
    return type;
  }

  /** A variant that no parameter takes would be evaluated as another one. */
  private void checkVariants() {
    for (Class<?> variant : settings.variants()) {
      if (Arrays.stream(method.getParameters())
          .filter(parameter -> !parameter.isAnnotationPresent(Judge.class))
          .noneMatch(parameter -> parameter.getType().isAssignableFrom(variant))) {
        throw new IllegalArgumentException(
            "No parameter of "
                + method.getName()
                + " takes the variant "
                + variant.getSimpleName()
                + ": let it extend the interface that is a parameter.");
      }
    }
  }

  /** Calls the method, with arguments of other extensions where they provide some. */
  EvalBody<Object> body(Object test, List<?> given) {
    method.setAccessible(true);
    return (evalCase, trial) -> {
      Object[] arguments = new Object[method.getParameterCount()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = i == 0 ? evalCase : provides(i) ? argument(i, trial) : given.get(i);
      }
      try {
        return method.invoke(test, arguments) instanceof Grade grade ? grade : null;
      } catch (InvocationTargetException e) {
        throw thrown(e);
      }
    };
  }

  private static Exception thrown(InvocationTargetException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof Exception exception ? exception : e;
  }

  private @Nullable Object argument(int index, Trial trial) {
    Parameter parameter = method.getParameters()[index];
    if (parameter.getType() == Trial.class) {
      return trial;
    }
    if (parameter.getType() == Gatewayz.class) {
      return trial.gatewayz();
    }
    return parameter.isAnnotationPresent(Judge.class)
        ? trial.judge(parameter.getType())
        : trial.prompts(parameter.getType());
  }
}
