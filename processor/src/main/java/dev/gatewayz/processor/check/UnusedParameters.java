package dev.gatewayz.processor.check;

import dev.gatewayz.internal.binding.ArgumentUsage;
import dev.gatewayz.internal.binding.Step;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a caller passes reaches the model. */
public final class UnusedParameters {
  private UnusedParameters() {}

  public static Findings check(
      PromptDeclaration prompt, ClientDeclaration client, List<Step> steps) {
    ArgumentUsage usage = ArgumentUsage.of(steps);
    Findings.Builder findings = new Findings.Builder();
    for (Parameter parameter : prompt.parameters()) {
      if (parameter.role() == Variable.Role.VARIABLE
          && parameter.misdeclared().isEmpty()
          && !usage.isUsed(parameter.name())
          && !isNamed(parameter.label(), prompt, client)) {
        findings.add(
            Message.UNUSED_PARAMETER,
            parameter.origin(),
            parameter.label(),
            advice(parameter.label(), prompt, client));
      }
    }
    return findings.build();
  }

  /** Whether a tag names it: in a section that is never rendered, which is said already. */
  private static boolean isNamed(String name, PromptDeclaration prompt, ClientDeclaration client) {
    Pattern tag = Pattern.compile("\\{\\{[{&#^]?\\s*" + Pattern.quote(name) + "[\\s.}]");
    return texts(prompt, client).anyMatch(text -> tag.matcher(text).find());
  }

  /** Other languages write one brace, or a dollar sign, where Mustache writes two braces. */
  private static String advice(String name, PromptDeclaration prompt, ClientDeclaration client) {
    String right = "{{" + name + "}}";
    Optional<String> wrong =
        Stream.of("${{" + name + "}}", "#{" + name + "}", "${" + name + "}", "{" + name + "}")
            .filter(spelling -> texts(prompt, client).anyMatch(text -> text.contains(spelling)))
            .findFirst();
    return wrong.isPresent()
        ? "Write " + right + " instead of " + wrong.get() + "."
        : "Write " + right + " where it belongs, or remove the parameter.";
  }

  private static Stream<String> texts(PromptDeclaration prompt, ClientDeclaration client) {
    return Stream.of(prompt.text().user(), prompt.text().system(), client.system())
        .flatMap(Optional::stream)
        .map(TemplateText::source)
        .map(source -> source.text());
  }
}
