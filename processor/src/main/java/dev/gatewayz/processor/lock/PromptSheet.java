package dev.gatewayz.processor.lock;

import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Json;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.ResponseFormat;
import dev.gatewayz.processor.model.ToolDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * All of a prompt that matters to a reviewer, line by line: templates as text, the rest one thing a
 * line. The same prompt gives the same lines on every machine.
 *
 * @param id the prompt's id
 * @param lines what follows the line with the id
 */
record PromptSheet(String id, List<String> lines) {
  private static final String TEXT = "  | ";
  private static final String HASH = "hash ";

  /** Copies the lines. */
  PromptSheet {
    lines = List.copyOf(lines);
  }

  static PromptSheet of(Prompt prompt) {
    List<String> lines = new ArrayList<>();
    lines.add(HASH + prompt.hash());
    lines.add("model " + prompt.model());
    prompt.fallbacks().forEach(model -> lines.add("fallback " + model));
    if (!prompt.options().settings().isEmpty()) {
      lines.add("options {" + prompt.options().settings() + "}");
    }
    deadlines(prompt, lines);
    prompt
        .declaration()
        .repair()
        .filter(repair -> repair.value() > 0)
        .ifPresent(repair -> lines.add("repair " + repair.value()));
    if (prompt.acceptsTruncated()) {
      lines.add("accepts truncated answers");
    }
    lines.add("returns " + prompt.declaration().returns());
    prompt.declaration().parameters().forEach(parameter -> lines.add(line(parameter)));
    tools(prompt, lines);
    prompt.format().ifPresent(format -> schema(format, lines));
    for (Prompt.RoleText text : prompt.texts()) {
      lines.add(text.role());
      text.template().lines().forEach(line -> lines.add((TEXT + line).stripTrailing()));
    }
    return new PromptSheet(prompt.id(), lines);
  }

  private static void deadlines(Prompt prompt, List<String> lines) {
    EnumMap<Deadline, Integer> sorted = new EnumMap<>(Deadline.class);
    sorted.putAll(prompt.deadlines());
    sorted.forEach(
        (phase, millis) -> lines.add("deadline " + phase.attribute() + " " + millis + " ms"));
  }

  private static String line(Parameter parameter) {
    Set<String> marks = new TreeSet<>();
    parameter.marks().forEach(mark -> marks.add("@" + mark.name().toLowerCase(Locale.ROOT)));
    return "parameter "
        + String.join("", marks.stream().map(mark -> mark + " ").toList())
        + parameter.javaType()
        + " "
        + parameter.label();
  }

  private static void tools(Prompt prompt, List<String> lines) {
    for (ToolDefinition tool : prompt.options().tools()) {
      lines.add("tool " + tool.tool().name() + " " + tool.json());
    }
    if (!prompt.options().tools().isEmpty()) {
      prompt.declaration().tools().ifPresent(use -> lines.add("tool rounds " + use.mostRounds()));
    }
  }

  private static void schema(ResponseFormat format, List<String> lines) {
    lines.add(
        "answer "
            + Json.string(format.name())
            + (format.strict() ? ", enforced" : ", not enforced"));
    IndentedJson.lines(format.schema()).forEach(line -> lines.add("  " + line));
  }

  /** Whether it is the same but for its id, which its hash may know. */
  boolean isRenamed(PromptSheet other) {
    return !id.equals(other.id) && withoutHash().equals(other.withoutHash());
  }

  private List<String> withoutHash() {
    return lines.stream().filter(line -> !line.startsWith(HASH)).toList();
  }
}
