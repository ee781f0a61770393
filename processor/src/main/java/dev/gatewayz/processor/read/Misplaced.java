package dev.gatewayz.processor.read;

import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Annotations of ours that say nothing where they stand: whoever writes one counts on what it does
 * elsewhere.
 *
 * @param names their names
 * @param place where they would mean something
 */
record Misplaced(List<String> names, String place) {
  private static final Misplaced NONE = new Misplaced(List.of(), "");
  private static final Misplaced IN_PROMPTS =
      new Misplaced(
          List.of(Names.RANGE, Names.SIZE, Names.PATTERN, Names.DESCRIBE),
          "answers and parameters of tools");
  private static final Misplaced IN_TOOLS =
      new Misplaced(List.of(Names.JSON, Names.UNTRUSTED, Names.HISTORY), "parameters of prompts");

  /** Those on parameters of a prompt, which may be a tool as well. */
  static Misplaced ofPrompt(List<ExecutableElement> lineage) {
    return has(lineage, Names.TOOL) ? NONE : IN_PROMPTS;
  }

  /** Those on parameters of a tool, which may be a prompt as well. */
  static Misplaced ofTool(List<ExecutableElement> lineage) {
    return has(lineage, Names.PROMPT) ? NONE : IN_TOOLS;
  }

  private static boolean has(List<ExecutableElement> lineage, String annotation) {
    return lineage.stream().anyMatch(method -> Names.annotation(method, annotation).isPresent());
  }

  /** What of a parameter says nothing. */
  Findings check(ParameterMarks said, VariableElement parameter) {
    Findings.Builder findings = new Findings.Builder();
    Annotations marks = said.annotations();
    for (String name : names) {
      if (marks.has(name)) {
        String annotation = name.substring(name.lastIndexOf('.') + 1);
        findings.add(
            Message.CONSTRAINT_TYPE,
            Origin.of(parameter),
            annotation,
            parameter.getSimpleName(),
            place);
      }
    }
    return findings.build();
  }
}
