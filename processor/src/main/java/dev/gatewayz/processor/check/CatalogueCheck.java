package dev.gatewayz.processor.check;

import dev.gatewayz.internal.binding.Variable;
import dev.gatewayz.internal.template.Suggestion;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.ModelCatalogue;
import dev.gatewayz.processor.model.ModelFacts;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.SchemaForm;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.StaticCost;
import dev.gatewayz.processor.model.ToolUse;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import java.util.List;
import java.util.Optional;

/**
 * The models that are named are in the gateway's catalogue, and can do what is asked of them. Where
 * the catalogue says nothing, nothing is found.
 */
public final class CatalogueCheck {
  private final ModelCatalogue catalogue;

  /** A check by a catalogue. */
  public CatalogueCheck(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Whether there are models of these names, as far as one annotation names them. */
  public Findings check(Settings settings) {
    Findings.Builder findings = new Findings.Builder();
    settings.model().ifPresent(model -> findings.addAll(exists(model)));
    settings.fallbacks().orElse(List.of()).forEach(model -> findings.addAll(exists(model)));
    return findings.build();
  }

  private Findings exists(Attribute<String> model) {
    if (!catalogue.misses(model.value()) || !ModelCheck.check(model).isEmpty()) {
      return Findings.NONE;
    }
    Finding unknown =
        Finding.of(Message.UNKNOWN_MODEL, model.origin(), model.value())
            .plus(Suggestion.sentence(model.value(), catalogue.names()));
    return new Findings(List.of(unknown));
  }

  /** Whether its model can do what a prompt asks for. */
  public Findings check(Prompt prompt, ClientDeclaration client) {
    return catalogue
        .of(prompt.model())
        .map(facts -> check(prompt, client.settings(prompt.declaration()), facts))
        .orElse(Findings.NONE);
  }

  private static Findings check(Prompt prompt, Settings settings, ModelFacts facts) {
    Findings.Builder findings = new Findings.Builder();
    PromptDeclaration declaration = prompt.declaration();
    tooLong(settings, facts, prompt.model()).ifPresent(findings::add);
    declaration
        .tools()
        .filter(tools -> !tools.isEmpty() && facts.lacksTools())
        .map(ToolUse::origin)
        .ifPresent(origin -> findings.addAll(cannot(prompt, origin, "call tools")));
    if (facts.lacksParts()) {
      declaration.parameters().stream()
          .filter(parameter -> parameter.role() == Variable.Role.PART)
          .findFirst()
          .map(Parameter::origin)
          .ifPresent(origin -> findings.addAll(cannot(prompt, origin, "read more than text")));
    }
    settings
        .schema()
        .filter(form -> form.value() == SchemaForm.JSON_SCHEMA && facts.lacksSchema())
        .filter(form -> prompt.format().isPresent())
        .ifPresent(form -> findings.addAll(cannot(prompt, form.origin(), "follow a JSON Schema")));
    int tokens = StaticCost.tokens(prompt.messages().steps());
    facts
        .window()
        .filter(window -> tokens > window)
        .ifPresent(
            window ->
                findings.add(
                    Message.OVER_WINDOW,
                    declaration.annotation(),
                    declaration.name(),
                    tokens,
                    prompt.model(),
                    window));
    return findings.build();
  }

  private static Optional<Finding> tooLong(Settings settings, ModelFacts facts, String model) {
    Attribute<?> limit = settings.values().get(Setting.MAX_TOKENS);
    return limit != null && limit.value() instanceof Integer tokens
        ? facts
            .mostTokens()
            .filter(most -> tokens > most)
            .map(most -> Finding.of(Message.OVER_LIMIT, limit.origin(), tokens, model, most))
        : Optional.empty();
  }

  private static Findings cannot(Prompt prompt, Origin origin, String what) {
    return Findings.of(
        Message.UNABLE_MODEL, origin, prompt.model(), what, prompt.declaration().name());
  }
}
