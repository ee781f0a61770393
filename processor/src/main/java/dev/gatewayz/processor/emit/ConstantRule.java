package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Prompt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** One constant for each prompt: all of it that is known while it is compiled. */
final class ConstantRule {
  private ConstantRule() {}

  static FieldSpec field(Prompt prompt, String name, List<String> segments) {
    CodeBlock.Builder value =
        CodeBlock.builder()
            .add("$T.of(\n", ClassNames.PROMPT)
            .indent()
            .indent()
            .add("$L, $L,\n", Ascii.literal(prompt.id()), Ascii.literal(prompt.hash()))
            .add("$L,\n", Ascii.literal(prompt.model()))
            .add("$L", options(prompt));
    segments.forEach(segment -> value.add(",\n$L", Ascii.literal(segment)));
    value.add(")");
    if (!prompt.fallbacks().isEmpty()) {
      value.add(
          "\n.withFallbacks($L)",
          prompt.fallbacks().stream().map(Ascii::literal).collect(Collectors.joining(", ")));
    }
    if (!prompt.deadlines().isEmpty()) {
      value.add("\n.withDeadlines($L)", millis(prompt));
    }
    return FieldSpec.builder(ClassNames.PROMPT, name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value.unindent().unindent().build())
        .build();
  }

  /** All four deadlines, 0 where the client's counts. */
  private static String millis(Prompt prompt) {
    return Arrays.stream(Deadline.values())
        .map(deadline -> String.valueOf(prompt.deadlines().getOrDefault(deadline, 0)))
        .collect(Collectors.joining(", "));
  }

  /** Options and schema, in pieces that a class file can hold. */
  private static String options(Prompt prompt) {
    StringJoiner members = new StringJoiner(",");
    if (!prompt.options().isEmpty()) {
      members.add(prompt.options());
    }
    prompt.format().ifPresent(format -> members.add(format.json()));
    Segments pieces = new Segments();
    pieces.add(members.toString());
    return pieces.all().size() < 2
        ? Ascii.literal(members.toString())
        : pieces.all().stream()
            .map(Ascii::literal)
            .collect(Collectors.joining(",\n", "String.join(\"\",\n", ")"));
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
