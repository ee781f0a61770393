package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.ArgumentUsage;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Step;
import java.util.List;

/** Which arguments are to be checked for {@code null} before anything is rendered. */
final class Required {
  private Required() {}

  static List<Parameter> of(PromptDeclaration prompt, List<Step> steps) {
    ArgumentUsage usage = ArgumentUsage.of(steps);
    return prompt.parameters().stream()
        .filter(p -> p.role() == Parameter.Role.VARIABLE || p.role() == Parameter.Role.PART)
        .filter(p -> !p.type().isPrimitive() && !p.type().isNullable())
        .filter(p -> usage.isUsed(p.name()) && !usage.isAlwaysShown(p.name()))
        .toList();
  }
}
