package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.RequestOptions;
import dev.gatewayz.processor.model.ResponseFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** One constant for each prompt: all of it that is known while it is compiled. */
final class ConstantRule {
  private ConstantRule() {}

  static FieldSpec field(
      Prompt prompt, String name, String id, List<String> segments, ToolConstants tools) {
    CodeBlock.Builder value =
        CodeBlock.builder()
            // As few texts as can be: each is looked through for the ends of lines when printed.
            .add("$T.of(\n$>$>$L", ClassNames.PROMPT, identity(prompt, id))
            .add(options(prompt, tools))
            .add("$L", literals(segments));
    prompt
        .format()
        .filter(format -> format.form().hasWords())
        .ifPresent(
            format ->
                value.add(
                    "\n.withSchema($T.$L,\n$L)",
                    ClassNames.SCHEMA_FORM,
                    format.form(),
                    Segments.literal(format.words())));
    if (!prompt.fallbacks().isEmpty()) {
      value.add(
          "\n.withFallbacks($L)",
          prompt.fallbacks().stream().map(Ascii::literal).collect(Collectors.joining(", ")));
    }
    if (prompt.acceptsTruncated()) {
      value.add("\n.acceptTruncated()");
    }
    if (!prompt.deadlines().isEmpty()) {
      value.add("\n.withDeadlines($L)", millis(prompt));
    }
    return FieldSpec.builder(ClassNames.PROMPT, name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value.unindent().unindent().build())
        .build();
  }

  private static String identity(Prompt prompt, String id) {
    String hash = Ascii.literal(prompt.hash());
    return id + ", " + hash + ",\n" + Ascii.literal(prompt.model()) + ",\n";
  }

  private static String literals(List<String> segments) {
    StringBuilder out = new StringBuilder();
    segments.forEach(segment -> out.append(",\n").append(Ascii.literal(segment)));
    return out.append(')').toString();
  }

  /** All four deadlines, 0 where the client's counts. */
  private static String millis(Prompt prompt) {
    return Arrays.stream(Deadline.values())
        .map(deadline -> String.valueOf(prompt.deadlines().getOrDefault(deadline, 0)))
        .collect(Collectors.joining(", "));
  }

  /** Options and schema; tools have constants of their own. */
  private static CodeBlock options(Prompt prompt, ToolConstants tools) {
    RequestOptions options = prompt.options();
    String format = prompt.format().map(ResponseFormat::json).orElse("");
    if (options.tools().isEmpty()) {
      boolean isBoth = !options.settings().isEmpty() && !format.isEmpty();
      return Segments.literal(options.settings() + (isBoth ? "," : "") + format);
    }
    return CodeBlock.of(
        "$L\n+ $L\n+ $L",
        Segments.literal(options.beforeTools()),
        tools.list(options.tools()),
        Segments.literal(format.isEmpty() ? "]" : "]," + format));
  }

  /** {@code ASK_TWICE} for {@code askTwice}. */
  static String name(String method) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < method.length(); i++) {
      char c = method.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(method.charAt(i - 1))) {
        out.append('_');
      }
      out.append(c);
    }
    return out.toString().toUpperCase(Locale.ROOT);
  }
}
