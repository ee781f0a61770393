package dev.gatewayz.processor.check;

import dev.gatewayz.internal.binding.JavaType;
import dev.gatewayz.internal.binding.JsonTypes;
import dev.gatewayz.internal.template.Suggestion;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.model.ToolUse;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tools of a prompt can be told apart, described and called. */
final class ToolCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MOST_TOOLS = 128;
  private static final int MOST_ROUNDS = 100;

  private final Set<Tool> checked = new HashSet<>();

  /** Checks a prompt whose tools were understood; each tool is checked where it is used first. */
  Findings check(PromptDeclaration prompt) {
    return prompt.tools().map(use -> check(use, prompt)).orElse(Findings.NONE);
  }

  private Findings check(ToolUse use, PromptDeclaration prompt) {
    Findings.Builder findings =
        new Findings.Builder().addAll(checkRounds(use)).addAll(checkChoice(use));
    List<Tool> tools = use.tools();
    if (tools.size() > MOST_TOOLS) {
      findings.add(Message.TOO_MANY_TOOLS, use.origin(), prompt.name(), tools.size(), MOST_TOOLS);
    }
    Set<String> names = new HashSet<>();
    for (Tool tool : tools) {
      if (!names.add(tool.name())) {
        findings.add(Message.SAME_TOOL, use.origin(), prompt.name(), tool.name());
      }
      if (checked.add(tool)) {
        findings.addAll(check(tool));
      }
    }
    return findings.build();
  }

  private static Findings checkRounds(ToolUse use) {
    if (use.rounds().isEmpty()) {
      return Findings.NONE;
    }
    Attribute<Integer> rounds = use.rounds().get();
    if (rounds.value() < 1 || rounds.value() > MOST_ROUNDS) {
      return Findings.of(
          Message.OUT_OF_RANGE,
          rounds.origin(),
          "maxToolRounds",
          rounds.value(),
          "between 1 and " + MOST_ROUNDS);
    }
    return use.isEmpty() ? Findings.of(Message.NO_ROUNDS, rounds.origin()) : Findings.NONE;
  }

  private static Findings checkChoice(ToolUse use) {
    if (use.choice().isEmpty()) {
      return Findings.NONE;
    }
    Attribute<String> choice = use.choice().get();
    if (use.isEmpty()) {
      return Findings.of(Message.NO_CHOICE, choice.origin());
    }
    List<String> choices =
        Stream.concat(ToolUse.MODES.stream().sorted(), use.tools().stream().map(Tool::name))
            .distinct()
            .toList();
    return choices.contains(choice.value())
        ? Findings.NONE
        : new Findings.Builder()
            .add(
                Finding.of(Message.TOOL_CHOICE, choice.origin(), choice.value())
                    .plus(Suggestion.sentence(choice.value(), choices))
                    .note("choices: " + Suggestion.list(choices)))
            .build();
  }

  private static Findings check(Tool tool) {
    Findings.Builder findings = new Findings.Builder();
    if (!NAME.matcher(tool.name()).matches()) {
      findings.add(Message.TOOL_NAME, tool.origin(), tool.name());
    }
    if (tool.description().isBlank()) {
      findings.add(Message.NO_DESCRIPTION, tool.origin(), tool.name());
    }
    findings.addAll(StructureCheck.check(tool.arguments()));
    tool.result().ifPresent(result -> findings.addAll(check(result, tool)));
    return findings.build();
  }

  private static Findings check(JavaType result, Tool tool) {
    Optional<JavaType> cause = JsonTypes.inexpressible(result);
    if (cause.isEmpty()) {
      return Findings.NONE;
    }
    boolean isOwn = cause.get().name().equals(result.name());
    String what =
        isOwn ? result.display() : result.display() + ", which holds " + cause.get().display();
    return new Findings.Builder()
        .add(
            Finding.of(Message.TOOL_RESULT, tool.origin(), tool.method(), what)
                .plus(JsonTypes.advice(cause.get(), "Return")))
        .build();
  }
}
