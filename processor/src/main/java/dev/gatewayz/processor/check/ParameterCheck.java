package dev.gatewayz.processor.check;

import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.Kind;
import dev.gatewayz.internal.binding.Variable.Role;
import dev.gatewayz.internal.template.Name;
import dev.gatewayz.internal.template.Suggestion;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Parameter.Mark;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Templates can tell the parameters apart, and what is passed on is of its kind and alone. */
final class ParameterCheck {
  private final PromptDeclaration prompt;
  private final Findings.Builder findings = new Findings.Builder();
  private final Set<String> labels = new HashSet<>();
  private final Set<Role> roles = EnumSet.noneOf(Role.class);

  private ParameterCheck(PromptDeclaration prompt) {
    this.prompt = prompt;
  }

  static Findings check(PromptDeclaration prompt) {
    ParameterCheck check = new ParameterCheck(prompt);
    for (Parameter parameter : prompt.parameters()) {
      check.name(parameter);
      check.role(parameter);
    }
    check.untrusted();
    return check.findings.build();
  }

  private void name(Parameter parameter) {
    if (!Name.isPart(parameter.label())) {
      findings.add(Message.BAD_VAR, parameter.origin(), parameter.label());
    } else if (!labels.add(parameter.label())) {
      findings.add(Message.DUPLICATE_NAME, parameter.origin(), parameter.label());
    }
  }

  private void role(Parameter parameter) {
    boolean isFirst = roles.add(parameter.role());
    if (parameter.role() == Role.OPTIONS && !isFirst) {
      findings.add(Message.TWO_OPTIONS, parameter.origin(), prompt.name());
    }
    if (parameter.role() == Role.HISTORY) {
      JavaType type = parameter.type();
      if (!type.kind().hasElements() || type.component().kind() != Kind.MESSAGE) {
        findings.add(Message.HISTORY_TYPE, parameter.origin(), parameter.label(), type.display());
      } else if (!isFirst) {
        findings.add(Message.TWO_HISTORIES, parameter.origin(), prompt.name());
      }
    }
    parameter
        .misdeclared()
        .ifPresent(
            type ->
                findings.add(
                    Message.NOT_A_VALUE,
                    parameter.origin(),
                    parameter.label(),
                    parameter.type().display(),
                    advice(type)));
    if (parameter.role() != Role.VARIABLE) {
      misplaced(Mark.JSON, "@Json", parameter);
      misplaced(Mark.UNTRUSTED, "@Untrusted", parameter);
    }
  }

  private static String advice(JavaType type) {
    String name = type.display();
    return switch (type.kind()) {
      case OPTIONS -> "Declare it as CallOptions, with @Nullable if there may be none.";
      case MESSAGE -> "Declare it as List<Message>.";
      default -> "Declare it as " + name + ", or as List<" + name + ">.";
    };
  }

  private void misplaced(Mark mark, String annotation, Parameter parameter) {
    if (parameter.marks().contains(mark)) {
      findings.add(
          Message.MISPLACED,
          parameter.origin(),
          annotation,
          parameter.label(),
          parameter.type().display());
    }
  }

  private void untrusted() {
    List<String> untrusted =
        prompt.parameters().stream()
            .filter(p -> p.marks().contains(Mark.UNTRUSTED))
            .map(Parameter::label)
            .toList();
    for (Attribute<String> name : prompt.text().untrustedInSystem()) {
      if (!untrusted.contains(name.value())) {
        findings.add(
            Finding.of(Message.NOT_UNTRUSTED, name.origin(), name.value())
                .plus(Suggestion.sentence(name.value(), untrusted)));
      }
    }
  }
}
