package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;

/** The return type can hold as many answers as were asked for. */
final class AnswerCheck {
  private AnswerCheck() {}

  static void check(PromptDeclaration prompt, Settings settings, Findings findings) {
    Attribute<?> n = settings.values().get(Setting.N);
    if (n == null || prompt.shape().isEmpty()) {
      return;
    }
    ReturnShape shape = prompt.shape().get();
    if (n.value() instanceof Integer count && count > 1) {
      if (shape.holdsSeveral()) {
        findings.add(Message.BILLED_ANSWERS, n.origin(), count);
      } else {
        findings.add(Message.SINGLE_ANSWER, n.origin(), count, Types.display(prompt.returns()));
      }
    }
  }
}
