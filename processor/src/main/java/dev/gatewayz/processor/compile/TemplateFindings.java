package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.Expression;
import dev.gatewayz.processor.model.JavaType;
import dev.gatewayz.processor.model.JsonTypes;
import dev.gatewayz.processor.model.Kind;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Suggestion;
import dev.gatewayz.processor.template.Dialects;
import dev.gatewayz.processor.template.Fault;
import dev.gatewayz.processor.template.Name;
import dev.gatewayz.processor.template.Template;
import java.util.List;
import java.util.Optional;

/** What is wrong with the templates of a prompt, and what to write instead. */
final class TemplateFindings {
  private final PromptDeclaration prompt;
  private final Findings.Builder findings = new Findings.Builder();
  private boolean saidNameless;

  TemplateFindings(PromptDeclaration prompt) {
    this.prompt = prompt;
  }

  void unknownName(Name name, Place place, Scope scope) {
    if (prompt.nameless()) {
      if (!saidNameless) {
        findings.add(
            Message.NAMELESS_PARAMETERS,
            prompt.origin(),
            prompt.owner() + "." + prompt.name(),
            prompt.owner());
        saidNameless = true;
      }
      return;
    }
    String first = name.parts().get(0);
    List<String> visible = scope.visible();
    boolean isInside = scope.outer().isPresent();
    String what = isInside ? "parameter or property" : "parameter";
    String advice = Dialects.advice(name);
    if (advice.isEmpty()) {
      advice =
          Suggestion.nearest(first, visible)
              .or(() -> inside(name, scope))
              .map(meant -> "Did you mean \"" + meant + "\"?")
              .orElse("");
    }
    String list =
        visible.isEmpty()
            ? "\"" + prompt.name() + "\" has no parameters"
            : (isInside ? "names here: " : parameters(place)) + Suggestion.list(visible);
    add(
        Finding.of(Message.UNKNOWN_NAME, place.origin(), what, first, place.tag())
            .plus(advice)
            .in(place.excerpt())
            .note(list));
  }

  /** A template that several prompts share belongs to none of them. */
  private String parameters(Place place) {
    boolean isShared = !place.origin().element().equals(prompt.annotation().element());
    return isShared ? "parameters of \"" + prompt.name() + "\": " : "parameters: ";
  }

  /** A name that is a property of a parameter, written without the parameter. */
  private Optional<String> inside(Name name, Scope scope) {
    String first = name.parts().get(0);
    for (Parameter parameter : prompt.parameters()) {
      JavaType type = parameter.type();
      if (scope.visible().contains(parameter.label())
          && type.kind() == Kind.OBJECT
          && type.property(first).isPresent()) {
        return Optional.of(parameter.label() + "." + name);
      }
    }
    return Optional.empty();
  }

  void unknownProperty(Value owner, String property, Place place) {
    List<String> properties = owner.type().properties();
    Finding finding =
        Finding.of(
                Message.UNKNOWN_PROPERTY,
                place.origin(),
                owner.label(),
                owner.type().display(),
                property)
            .plus(Suggestion.sentence(property, properties))
            .in(place.excerpt());
    Optional<String> obstacle = owner.type().obstacle(property);
    if (obstacle.isPresent()) {
      add(finding.note("there is " + obstacle.get()));
      return;
    }
    add(
        properties.isEmpty()
            ? finding
            : finding.note(
                "properties of " + owner.type().display() + ": " + Suggestion.list(properties)));
  }

  void nullable(Value value, Place place) {
    add(
        Finding.of(Message.NULLABLE, place.origin(), value.label(), place.tag())
            .in(place.excerpt()));
  }

  void dotOutside(Place place, Scope scope) {
    add(
        Finding.of(Message.DOT_OUTSIDE, place.origin(), place.tag())
            .in(place.excerpt())
            .note(parameters(place) + Suggestion.list(scope.visible())));
  }

  void noText(Value value, Place place) {
    JavaType type = value.type();
    if (isPassedOn(value)) {
      notValue(value, place);
      return;
    }
    String label = value.label();
    String advice =
        switch (type.kind()) {
          case COLLECTION, ITERABLE, ARRAY ->
              "Write {{#" + label + "}}{{.}}{{/" + label + "}} for each element.";
          case MAP -> "Name a key, as in {{" + label + ".key}}, or go through its entrySet.";
          case OTHER_MAP -> "Go through it with {{#" + label + ".entrySet}}.";
          case ONCE -> "Pass what comes out of it, as a String or a List.";
          default ->
              type.properties().isEmpty()
                  ? "Pass a String."
                  : "Name a property, as in {{" + qualified(label, type) + "}}.";
        };
    add(
        Finding.of(Message.NO_TEXT, place.origin(), place.tag(), type.display(), advice)
            .in(place.excerpt()));
  }

  private static String qualified(String label, JavaType type) {
    String first = type.properties().get(0);
    return label.equals(".") ? first : label + "." + first;
  }

  void noSection(Value value, Place place) {
    JavaType type = value.type();
    if (isPassedOn(value)) {
      notValue(value, place);
      return;
    }
    String advice =
        type.kind() == Kind.OTHER_MAP
            ? "Go through it with {{#" + value.label() + ".entrySet}}."
            : "Pass a List.";
    add(
        Finding.of(
                Message.NO_SECTION,
                place.origin(),
                place.tag(),
                value.label(),
                type.display(),
                advice)
            .in(place.excerpt()));
  }

  /** Whether a value reaches the model without a template. */
  boolean isPassedOn(Value value) {
    return value.type().kind().isPassedOn()
        || (value.expression() instanceof Expression.Argument argument
            && prompt.parameters().stream()
                .filter(p -> p.name().equals(argument.name()))
                .anyMatch(p -> p.role() != Parameter.Role.VARIABLE));
  }

  void noJson(Value value, JavaType cause, Place place) {
    boolean isOwn = cause.name().equals(value.type().name());
    add(
        Finding.of(
                Message.NO_JSON,
                place.origin(),
                place.tag(),
                isOwn
                    ? cause.display()
                    : value.type().display() + ", which holds " + cause.display())
            .plus(JsonTypes.advice(cause, "Pass"))
            .in(place.excerpt()));
  }

  void untrusted(Value value, Place place) {
    add(
        Finding.of(Message.UNTRUSTED_IN_SYSTEM, place.origin(), value.traits().untrusted())
            .in(place.excerpt()));
  }

  private void notValue(Value value, Place place) {
    add(
        Finding.of(
                Message.NOT_A_VALUE,
                place.origin(),
                value.label(),
                value.type().display(),
                "It is passed on by itself: remove " + place.tag() + ".")
            .in(place.excerpt()));
  }

  void endless(Place place) {
    add(Finding.of(Message.ENDLESS_PARTIAL, place.origin(), place.tag()).in(place.excerpt()));
  }

  void neverRendered(Value value, Place place) {
    add(
        Finding.of(
                Message.NEVER_RENDERED,
                place.origin(),
                place.tag(),
                value.label(),
                value.type().display())
            .in(place.excerpt()));
  }

  /** What is wrong with the form of a template. */
  void faults(Template template, Origin origin) {
    for (Fault fault : template.faults()) {
      add(
          Finding.of(fault.message(), origin, fault.args().toArray())
              .in(template.source().excerpt(fault.span())));
    }
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  void add(Message message, Origin origin, Object... args) {
    findings.add(message, origin, args);
  }

  void addAll(Findings others) {
    findings.addAll(others);
  }

  /** What was found so far. */
  Findings findings() {
    return findings.build();
  }
}
