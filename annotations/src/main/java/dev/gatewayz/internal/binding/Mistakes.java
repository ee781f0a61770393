package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Dialects;
import dev.gatewayz.internal.template.Fault;
import dev.gatewayz.internal.template.Name;
import dev.gatewayz.internal.template.Suggestion;
import dev.gatewayz.internal.template.Template;
import dev.gatewayz.internal.template.TemplateMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the templates of a prompt, and what to write instead. */
final class Mistakes {
  private final PromptTemplates prompt;
  private final List<Mistake> all = new ArrayList<>();
  private boolean saidNameless;

  Mistakes(PromptTemplates prompt) {
    this.prompt = prompt;
  }

  void unknownName(Name name, Place place, Scope scope) {
    if (prompt.isNameless()) {
      if (!saidNameless) {
        add(
            TemplateMessage.NAMELESS_PARAMETERS,
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
        Mistake.of(TemplateMessage.UNKNOWN_NAME, place.origin(), what, first, place.tag())
            .plus(advice)
            .in(place.excerpt())
            .note(list));
  }

  /** A template that several prompts share belongs to none of them. */
  private String parameters(Place place) {
    boolean isShared = !place.origin().isBeside(prompt.annotation());
    return isShared ? "parameters of \"" + prompt.name() + "\": " : "parameters: ";
  }

  /** A name that is a property of a parameter, written without the parameter. */
  private Optional<String> inside(Name name, Scope scope) {
    String first = name.parts().get(0);
    for (Variable parameter : prompt.variables()) {
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
    Mistake mistake =
        Mistake.of(
                TemplateMessage.UNKNOWN_PROPERTY,
                place.origin(),
                owner.label(),
                owner.type().display(),
                property)
            .plus(Suggestion.sentence(property, properties))
            .in(place.excerpt());
    Optional<String> obstacle = owner.type().obstacle(property);
    if (obstacle.isPresent()) {
      add(mistake.note("there is " + obstacle.get()));
      return;
    }
    add(
        properties.isEmpty()
            ? mistake
            : mistake.note(
                "properties of " + owner.type().display() + ": " + Suggestion.list(properties)));
  }

  void nullable(Value value, Place place) {
    add(
        Mistake.of(TemplateMessage.NULLABLE, place.origin(), value.label(), place.tag())
            .in(place.excerpt()));
  }

  void dotOutside(Place place, Scope scope) {
    add(
        Mistake.of(TemplateMessage.DOT_OUTSIDE, place.origin(), place.tag())
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
        Mistake.of(TemplateMessage.NO_TEXT, place.origin(), place.tag(), type.display(), advice)
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
        Mistake.of(
                TemplateMessage.NO_SECTION,
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
            && prompt.variables().stream()
                .filter(p -> p.name().equals(argument.name()))
                .anyMatch(p -> p.role() != Variable.Role.VARIABLE));
  }

  void noJson(Value value, JavaType cause, Place place) {
    boolean isOwn = cause.name().equals(value.type().name());
    add(
        Mistake.of(
                TemplateMessage.NO_JSON,
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
        Mistake.of(TemplateMessage.UNTRUSTED_IN_SYSTEM, place.origin(), value.traits().untrusted())
            .in(place.excerpt()));
  }

  private void notValue(Value value, Place place) {
    add(
        Mistake.of(
                TemplateMessage.NOT_A_VALUE,
                place.origin(),
                value.label(),
                value.type().display(),
                "It is passed on by itself: remove " + place.tag() + ".")
            .in(place.excerpt()));
  }

  void endless(Place place) {
    add(
        Mistake.of(TemplateMessage.ENDLESS_PARTIAL, place.origin(), place.tag())
            .in(place.excerpt()));
  }

  void neverRendered(Value value, Place place) {
    add(
        Mistake.of(
                TemplateMessage.NEVER_RENDERED,
                place.origin(),
                place.tag(),
                value.label(),
                value.type().display())
            .in(place.excerpt()));
  }

  /** What is wrong with the form of a template. */
  void faults(Template template, TemplateOrigin origin) {
    for (Fault fault : template.faults()) {
      add(
          Mistake.of(fault.message(), origin, fault.args().toArray())
              .in(template.source().excerpt(fault.span())));
    }
  }

  void add(Mistake mistake) {
    all.add(mistake);
  }

  void add(TemplateMessage message, TemplateOrigin origin, Object... args) {
    all.add(Mistake.of(message, origin, args));
  }

  /** What was found so far. */
  List<Mistake> all() {
    return all;
  }

  boolean areErrors() {
    return all.stream().anyMatch(mistake -> mistake.message().isError());
  }
}
