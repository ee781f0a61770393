package dev.gatewayz.processor.lock;

import dev.gatewayz.internal.binding.BoundMessages;
import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.ResponseFormat;
import dev.gatewayz.processor.model.SchemaForm;
import dev.gatewayz.processor.model.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
    if (!prompt.options().settings().isEmpty()) {
      lines.add("options {" + prompt.options().settings() + "}");
    }
    if (prompt.templates().isCached()) {
      lines.add("cache true");
    }
    prompt.handling().forEach((name, json) -> lines.add(name + " " + json));
    lines.add("returns " + prompt.declaration().returns());
    prompt.declaration().parameters().forEach(parameter -> lines.add(line(parameter)));
    for (ToolDefinition tool : prompt.options().tools()) {
      lines.add("tool " + tool.tool().name());
      IndentedJson.lines(tool.json()).forEach(line -> lines.add("  " + line));
    }
    prompt.format().ifPresent(format -> schema(format, lines));
    for (BoundMessages.RoleText text : prompt.messages().texts()) {
      lines.add(text.role());
      text.template().lines().forEach(line -> lines.add((TEXT + line).stripTrailing()));
    }
    return new PromptSheet(prompt.id(), lines);
  }

  private static String line(Parameter parameter) {
    String marks =
        parameter.marks().stream()
            .map(mark -> "@" + mark.name().toLowerCase(Locale.ROOT) + " ")
            .sorted()
            .collect(Collectors.joining());
    return "parameter " + marks + parameter.javaType() + " " + parameter.label();
  }

  private static void schema(ResponseFormat format, List<String> lines) {
    lines.add(
        "answer "
            + Json.string(format.name())
            + (format.strict() ? ", enforced" : ", not enforced")
            + (format.form() == SchemaForm.AUTO ? "" : ", as " + format.form()));
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
