package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.Definition;
import dev.gatewayz.processor.model.Member;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.ReturnShape;
import dev.gatewayz.processor.model.Structure;
import dev.gatewayz.processor.model.TypeText;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.Optional;

/** What a prompt with snapshots returns can be known in part. */
final class SnapshotCheck {
  private SnapshotCheck() {}

  /** Checks a prompt whose return type was understood. */
  static Findings check(ReturnShape shape, PromptDeclaration prompt) {
    return prompt
        .snapshots()
        .filter(Attribute::value)
        .map(
            snapshots ->
                record(shape)
                    .map(SnapshotCheck::parts)
                    .orElseGet(
                        () ->
                            Findings.of(
                                Message.SNAPSHOTS_TYPE,
                                snapshots.origin(),
                                prompt.name(),
                                TypeText.nested(prompt.returns()))))
        .orElse(Findings.NONE);
  }

  private static Optional<Definition.Fields> record(ReturnShape shape) {
    return shape
        .growing()
        .filter(value -> !value.isWrapped())
        .flatMap(SnapshotCheck::root)
        .flatMap(definition -> definition.match(Optional::of, union -> Optional.empty()));
  }

  private static Optional<Definition> root(Structure value) {
    return value.root().type() instanceof DataType.Defined defined
        ? Optional.of(value.definition(defined.key()))
        : Optional.empty();
  }

  private static Findings parts(Definition.Fields record) {
    Findings.Builder findings = new Findings.Builder();
    for (Member member : record.members()) {
      if (!member.slot().canBeEmpty()) {
        findings.add(
            Message.NEVER_PARTIAL, member.slot().origin(), member.javaName(), record.name());
      }
    }
    return findings.build();
  }
}
