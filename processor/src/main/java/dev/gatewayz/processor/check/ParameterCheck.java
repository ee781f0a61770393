package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.template.Name;
import java.util.HashSet;
import java.util.Set;

/** Templates can tell the parameters apart, and there is one of each kind that is passed on. */
final class ParameterCheck {
  private ParameterCheck() {}

  /** Whether names mean what they should; templates cannot be judged if not. */
  static boolean check(PromptDeclaration prompt, Findings findings) {
    Set<String> labels = new HashSet<>();
    boolean namesAreSound = true;
    boolean hasOptions = false;
    for (Parameter parameter : prompt.parameters()) {
      if (!Name.isPart(parameter.label())) {
        findings.add(Message.BAD_VAR, parameter.origin(), parameter.label());
        namesAreSound = false;
      } else if (!labels.add(parameter.label())) {
        findings.add(Message.DUPLICATE_NAME, parameter.origin(), parameter.label());
        namesAreSound = false;
      }
      if (parameter.role() == Parameter.Role.OPTIONS) {
        if (hasOptions) {
          findings.add(Message.TWO_OPTIONS, parameter.origin(), prompt.name());
        }
        hasOptions = true;
      }
    }
    return namesAreSound;
  }
}
