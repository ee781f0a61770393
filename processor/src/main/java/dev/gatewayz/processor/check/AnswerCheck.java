package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.TypeText;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.Optional;

/** The return type can hold what was asked for, and the server can be told what it is. */
final class AnswerCheck {
  private static final int MOST_REPAIRS = 5;

  private AnswerCheck() {}

  /** Checks a prompt whose return type was understood. */
  static Findings check(PromptDeclaration prompt, Settings settings) {
    return prompt.shape().map(shape -> check(shape, prompt, settings)).orElse(Findings.NONE);
  }

  private static Findings check(ReturnShape shape, PromptDeclaration prompt, Settings settings) {
    Findings.Builder findings =
        new Findings.Builder()
            .addAll(checkCount(shape, prompt, settings))
            .addAll(checkRepair(shape, prompt))
            .addAll(SnapshotCheck.check(shape, prompt));
    Optional<Structure> structure = shape.structure();
    structure.map(StructureCheck::check).ifPresent(findings::addAll);
    if (prompt.strict().isPresent() && structure.isEmpty()) {
      findings.addAll(noEffect("strict", prompt.strict().get(), prompt));
    }
    prompt
        .settings()
        .schema()
        .filter(schema -> structure.isEmpty())
        .ifPresent(schema -> findings.addAll(noEffect("schema", schema, prompt)));
    prompt
        .settings()
        .acceptTruncated()
        .filter(Attribute::value)
        .filter(accept -> !shape.isPlainText())
        .ifPresent(
            accept ->
                findings.add(
                    Message.NEVER_TRUNCATED, accept.origin(), TypeText.nested(prompt.returns())));
    return findings.build();
  }

  private static Findings checkCount(
      ReturnShape shape, PromptDeclaration prompt, Settings settings) {
    Attribute<?> n = settings.values().get(Setting.N);
    if (n == null || !(n.value() instanceof Integer count) || count < 2) {
      return Findings.NONE;
    }
    return shape.holdsSeveral()
        ? Findings.of(Message.BILLED_ANSWERS, n.origin(), count)
        : Findings.of(Message.SINGLE_ANSWER, n.origin(), count, TypeText.nested(prompt.returns()));
  }

  private static Findings checkRepair(ReturnShape shape, PromptDeclaration prompt) {
    if (prompt.repair().isEmpty()) {
      return Findings.NONE;
    }
    Attribute<Integer> repair = prompt.repair().get();
    if (repair.value() < 0 || repair.value() > MOST_REPAIRS) {
      return Findings.of(
          Message.OUT_OF_RANGE,
          repair.origin(),
          "repair",
          repair.value(),
          "between 0 and " + MOST_REPAIRS);
    }
    boolean canRepair = shape.structure().isPresent() && shape.isWhole();
    return canRepair ? Findings.NONE : noEffect("repair", repair, prompt);
  }

  private static Findings noEffect(String attribute, Attribute<?> value, PromptDeclaration prompt) {
    return Findings.of(
        Message.NO_EFFECT, value.origin(), attribute, TypeText.nested(prompt.returns()));
  }
}
