package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Step;
import java.util.List;

/** Which arguments are to be checked for {@code null} before anything is rendered. */
final class Required {
  private Required() {}

  static List<Parameter> of(PromptDeclaration prompt, List<Step> steps) {
    Uses uses = Uses.of(steps);
    return prompt.parameters().stream()
        .filter(p -> p.role() == Parameter.Role.VARIABLE || p.role() == Parameter.Role.PART)
        .filter(p -> !p.type().isPrimitive() && !p.type().isNullable())
        .filter(p -> uses.use(p.name()) && !uses.showAlways(p.name()))
        .toList();
  }
}
