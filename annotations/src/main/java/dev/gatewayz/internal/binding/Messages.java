package dev.gatewayz.internal.binding;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the messages of a request together: system, examples, history, and what the user says and
 * shows.
 */
final class Messages {
  private final PromptTemplates prompt;
  private final MessageText text;
  private final CacheMarks marks;
  private final List<Step> steps = new ArrayList<>();

  Messages(PromptTemplates prompt, MessageText text, CacheMarks marks) {
    this.prompt = prompt;
    this.text = text;
    this.marks = marks;
  }

  /** The steps that write all messages. */
  List<Step> write() {
    prompt.system().ifPresent(t -> message("system", text.write("system", t), true));
    examples();
    for (Variable history : prompt.withRole(Variable.Role.HISTORY)) {
      boolean isArray = history.type().kind() == Kind.ARRAY;
      steps.addAll(present(history, e -> new Step.History(history.label(), e, isArray)));
      marks.change("the history \"" + history.label() + "\"");
    }
    prompt.user().ifPresent(this::userMessage);
    return steps;
  }

  private void examples() {
    List<List<Step>> texts = new ArrayList<>();
    for (PromptTemplates.Example example : prompt.examples()) {
      texts.add(text.write("user", example.user()));
      texts.add(text.write("assistant", example.assistant()));
    }
    int constant = marks.constant(texts);
    for (int i = 0; i < texts.size(); i++) {
      message(i % 2 == 0 ? "user" : "assistant", texts.get(i), i == constant - 1);
    }
  }

  private void message(String role, List<Step> content, boolean marksEnd) {
    steps.add(new Step.Raw("{\"role\":\"" + role + "\",\"content\":"));
    steps.addAll(marks.content(content, marksEnd));
    steps.add(new Step.Raw("},"));
  }

  private void userMessage(TemplateText template) {
    List<Variable> parts = prompt.withRole(Variable.Role.PART);
    if (parts.isEmpty()) {
      steps.add(new Step.Raw("{\"role\":\"user\",\"content\":"));
      steps.addAll(marks.content(text.write("user", template), true));
      steps.add(new Step.Raw("}"));
      return;
    }
    steps.add(new Step.Raw("{\"role\":\"user\",\"content\":["));
    steps.addAll(marks.parts(text.write("user", template), true));
    for (Variable part : parts) {
      steps.addAll(part(part));
    }
    steps.add(new Step.Raw("]}"));
  }

  private List<Step> part(Variable parameter) {
    Kind kind = parameter.type().kind();
    if (kind.hasElements()) {
      String local = text.locals().element(parameter.label());
      Step each = new Step.Part(parameter.label(), new Expression.Local(local));
      return present(parameter, e -> new Step.Each(local, e, List.of(each)));
    }
    if (kind == Kind.OPTIONAL) {
      Expression argument = new Expression.Argument(parameter.name());
      Expression content = new Expression.Access(argument, "get()");
      Condition isThere = new Condition(Condition.Test.PRESENT, argument);
      Step shown = new Step.Part(parameter.label(), content);
      return List.of(new Step.When(List.of(isThere), false, List.of(shown), List.of()));
    }
    return present(parameter, e -> new Step.Part(parameter.label(), e));
  }

  private interface Use {
    Step of(Expression value);
  }

  /** What may be {@code null} is left out if it is. */
  private static List<Step> present(Variable parameter, Use use) {
    Expression argument = new Expression.Argument(parameter.name());
    Step step = use.of(argument);
    if (!parameter.type().isNullable()) {
      return List.of(step);
    }
    Condition isThere = new Condition(Condition.Test.NOT_NULL, argument);
    return List.of(new Step.When(List.of(isThere), false, List.of(step), List.of()));
  }
}
