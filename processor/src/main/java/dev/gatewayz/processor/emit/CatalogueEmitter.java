package dev.gatewayz.processor.emit;

import dev.gatewayz.internal.binding.BoundMessages;
import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.ModelCatalogue;
import dev.gatewayz.processor.model.ModelFacts;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.ResponseFormat;
import dev.gatewayz.processor.model.SchemaForm;
import dev.gatewayz.processor.model.StaticCost;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists the prompts of an interface, to review and to compare. One thing on each line. */
public final class CatalogueEmitter {
  private CatalogueEmitter() {}

  /** Where the list is kept. */
  public static String path(Client client) {
    return "META-INF/gatewayz/prompts/" + client.declaration().type().reflectionName() + ".json";
  }

  /**
   * The list, as JSON.
   *
   * @param models what models cost
   */
  public static String emit(Client client, ModelCatalogue models) {
    return "{\n  \"interface\": "
        + Json.string(client.declaration().type().canonicalName())
        + ",\n  \"prompts\": ["
        + client.prompts().stream()
            .map(prompt -> prompt(prompt, models))
            .collect(Collectors.joining(","))
        + "\n  ]\n}\n";
  }

  private static String prompt(Prompt prompt, ModelCatalogue models) {
    return "\n    {"
        + member("id", Json.string(prompt.id()))
        + ","
        + member("hash", Json.string(prompt.hash()))
        + ","
        + member("model", Json.string(prompt.model()))
        + ","
        + member("options", "{" + prompt.options().json() + "}")
        + handling(prompt)
        + prompt.format().map(CatalogueEmitter::schema).orElse("")
        + ","
        + member(
            "staticCharacters", String.valueOf(StaticCost.characters(prompt.messages().steps())))
        + cost(prompt, models)
        + ","
        + member("parameters", array(prompt.declaration().parameters(), CatalogueEmitter::line))
        + ","
        + member("messages", array(prompt.messages().texts(), CatalogueEmitter::line))
        + "\n    }";
  }

  /** Only where a catalogue of models was given, which may change while the prompt does not. */
  private static String cost(Prompt prompt, ModelCatalogue models) {
    return models
        .of(prompt.model())
        .flatMap(ModelFacts::promptPrice)
        .map(price -> StaticCost.dollars(prompt.messages().steps(), price))
        .map(dollars -> "," + member("leastCost", Json.string(dollars)))
        .orElse("");
  }

  private static String handling(Prompt prompt) {
    return prompt.handling().entrySet().stream()
        .map(entry -> "," + member(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String schema(ResponseFormat format) {
    return ","
        + member("schemaName", Json.string(format.name()))
        + ","
        + member("strict", String.valueOf(format.strict()))
        + (format.form() == SchemaForm.AUTO
            ? ""
            : "," + member("schemaForm", Json.string(format.form().name())))
        + ","
        + member("schema", format.schema());
  }

  private static String line(Parameter parameter) {
    return "{\"name\": "
        + Json.string(parameter.label())
        + ", \"type\": "
        + Json.string(parameter.javaType().toString())
        + ", \"role\": "
        + Json.string(parameter.role().name().toLowerCase(Locale.ROOT))
        + "}";
  }

  private static String line(BoundMessages.RoleText text) {
    return "{\"role\": "
        + Json.string(text.role())
        + ", \"template\": "
        + Json.string(text.template())
        + "}";
  }

  private static String member(String name, String value) {
    return "\n      " + Json.string(name) + ": " + value;
  }

  private static <T> String array(List<T> values, Function<T, String> line) {
    return values.isEmpty()
        ? "[]"
        : values.stream()
            .map(value -> "\n        " + line.apply(value))
            .collect(Collectors.joining(",", "[", "\n      ]"));
  }
}
