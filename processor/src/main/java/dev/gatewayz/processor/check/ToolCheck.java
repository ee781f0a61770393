package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.JavaType;
import dev.gatewayz.processor.model.Json;
import dev.gatewayz.processor.model.Kind;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.model.ToolUse;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.schema.SchemaWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The tools of a prompt can be told apart, described and called. */
final class ToolCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MOST_TOOLS = 128;
  private static final int MOST_ROUNDS = 100;

  private ToolCheck() {}

  /** Checks a prompt; each tool is checked where it is used first. */
  static void check(PromptDeclaration prompt, Set<Tool> checked, Findings findings) {
    if (prompt.tools().isEmpty()) {
      return;
    }
    ToolUse use = prompt.tools().get();
    checkRounds(use, findings);
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
        check(tool, findings);
      }
    }
  }

  private static void checkRounds(ToolUse use, Findings findings) {
    Optional<Attribute<Integer>> rounds = use.rounds();
    if (rounds.isEmpty()) {
      return;
    }
    int most = rounds.get().value();
    if (most < 1 || most > MOST_ROUNDS) {
      findings.add(
          Message.OUT_OF_RANGE,
          rounds.get().origin(),
          "maxToolRounds",
          most,
          "between 1 and " + MOST_ROUNDS);
    } else if (use.isEmpty()) {
      findings.add(Message.NO_ROUNDS, rounds.get().origin());
    }
  }

  private static void check(Tool tool, Findings findings) {
    if (!NAME.matcher(tool.name()).matches()) {
      findings.add(Message.TOOL_NAME, tool.origin(), tool.name());
    }
    if (tool.description().isBlank()) {
      findings.add(Message.NO_DESCRIPTION, tool.origin(), tool.name());
    }
    StructureCheck.check(tool.arguments(), findings);
    tool.result()
        .flatMap(ToolCheck::inexpressible)
        .ifPresent(
            type ->
                findings.add(Message.TOOL_RESULT, tool.origin(), tool.method(), type.display()));
  }

  private static Optional<JavaType> inexpressible(JavaType type) {
    boolean isAnything = type.kind() == Kind.OBJECT && type.display().equals("Object");
    return isAnything ? Optional.of(type) : JsonSteps.inexpressible(type);
  }

  /** The member of the request that lists the tools; empty if there are none. */
  static Optional<String> json(PromptDeclaration prompt) {
    List<Tool> tools = prompt.tools().map(ToolUse::tools).orElse(List.of());
    if (tools.isEmpty()) {
      return Optional.empty();
    }
    StringJoiner json = new StringJoiner(",", "\"tools\":[", "]");
    for (Tool tool : tools) {
      json.add(
          "{\"type\":\"function\",\"function\":{\"name\":"
              + Json.string(tool.name())
              + ",\"description\":"
              + Json.string(tool.description())
              + ",\"parameters\":"
              + SchemaWriter.write(tool.arguments())
              + (tool.arguments().strict() ? ",\"strict\":true" : "")
              + "}}");
    }
    return Optional.of(json.toString());
  }
}
