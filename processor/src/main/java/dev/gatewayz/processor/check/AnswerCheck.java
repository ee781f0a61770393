package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.Optional;

/** The return type can hold what was asked for, and the server can be told what it is. */
final class AnswerCheck {
  private static final int MOST_REPAIRS = 5;

  private AnswerCheck() {}

  static void check(PromptDeclaration prompt, Settings settings, Findings findings) {
    checkCount(prompt, settings, findings);
    checkRepair(prompt, findings);
    Optional<Structure> structure = prompt.shape().flatMap(ReturnShape::structure);
    structure.ifPresent(s -> StructureCheck.check(s, findings));
    if (prompt.strict().isPresent() && prompt.shape().isPresent() && structure.isEmpty()) {
      noEffect("strict", prompt.strict().get(), prompt, findings);
    }
  }

  private static void checkRepair(PromptDeclaration prompt, Findings findings) {
    if (prompt.repair().isEmpty() || prompt.shape().isEmpty()) {
      return;
    }
    Attribute<Integer> repair = prompt.repair().get();
    ReturnShape shape = prompt.shape().get();
    if (repair.value() < 0 || repair.value() > MOST_REPAIRS) {
      findings.add(
          Message.OUT_OF_RANGE,
          repair.origin(),
          "repair",
          repair.value(),
          "between 0 and " + MOST_REPAIRS);
    } else if (shape.structure().isEmpty() || !shape.isWhole()) {
      noEffect("repair", repair, prompt, findings);
    }
  }

  private static void noEffect(
      String attribute, Attribute<?> value, PromptDeclaration prompt, Findings findings) {
    findings.add(Message.NO_EFFECT, value.origin(), attribute, Types.display(prompt.returns()));
  }

  private static void checkCount(PromptDeclaration prompt, Settings settings, Findings findings) {
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
