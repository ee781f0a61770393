package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.TypeText;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names prompts for usage reports and traces: interface and method, and where methods are
 * overloaded, the types of their parameters too. The order of declarations plays no part.
 */
final class Ids {
  private Ids() {}

  static String of(PromptDeclaration prompt, ClientDeclaration client) {
    String name = client.name() + "." + prompt.name();
    long same = count(client, prompt.name(), PromptDeclaration::name);
    if (same == 1) {
      return name;
    }
    String raw = signature(prompt, Ids::raw);
    boolean isDistinct =
        client.prompts().stream()
                .filter(other -> other.name().equals(prompt.name()))
                .filter(other -> signature(other, Ids::raw).equals(raw))
                .count()
            == 1;
    return name + (isDistinct ? raw : signature(prompt, p -> p.javaType().toString()));
  }

  private static long count(
      ClientDeclaration client, String key, Function<PromptDeclaration, String> by) {
    return client.prompts().stream().filter(other -> by.apply(other).equals(key)).count();
  }

  private static String signature(PromptDeclaration prompt, Function<Parameter, String> type) {
    return prompt.parameters().stream().map(type).collect(Collectors.joining(",", "(", ")"));
  }

  private static String raw(Parameter parameter) {
    return TypeText.raw(parameter.javaType());
  }
}
