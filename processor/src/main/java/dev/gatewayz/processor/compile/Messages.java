package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Condition;
import dev.gatewayz.processor.model.Expression;
import dev.gatewayz.processor.model.Kind;
import dev.gatewayz.processor.model.Parameter;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.PromptText;
import dev.gatewayz.processor.model.Step;
import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.TemplateText;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import dev.gatewayz.processor.template.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the messages of a request together: system, examples, history, and what the user says and
 * shows.
 */
final class Messages {
  private final PromptDeclaration prompt;
  private final TemplateFiles files;
  private final MessageText text;
  private final TemplateFindings mistakes;
  private final CacheMarks marks;
  private final List<Step> steps = new ArrayList<>();

  Messages(
      PromptDeclaration prompt,
      TemplateFiles files,
      MessageText text,
      TemplateFindings mistakes,
      CacheMarks marks) {
    this.prompt = prompt;
    this.files = files;
    this.text = text;
    this.mistakes = mistakes;
    this.marks = marks;
  }

  /**
   * The steps that write all messages.
   *
   * @param system the system message of prompts that have none
   */
  List<Step> write(Optional<TemplateText> system) {
    system(system).ifPresent(t -> message("system", text.write("system", t), true));
    examples();
    for (Parameter history : withRole(Parameter.Role.HISTORY)) {
      boolean isArray = history.type().kind() == Kind.ARRAY;
      steps.addAll(present(history, e -> new Step.History(history.label(), e, isArray)));
      marks.change("the history \"" + history.label() + "\"");
    }
    user().ifPresent(this::userMessage);
    return steps;
  }

  /** The prompt's own system message; an empty one takes the place of the interface's. */
  private Optional<TemplateText> system(Optional<TemplateText> inherited) {
    Optional<TemplateText> own = prompt.text().system();
    boolean isDropped =
        inherited.isPresent() && own.filter(t -> t.source().text().isEmpty()).isPresent();
    return isDropped ? Optional.empty() : own.or(() -> inherited);
  }

  private void examples() {
    List<List<Step>> texts = new ArrayList<>();
    for (PromptText.Example example : prompt.text().examples()) {
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
    List<Parameter> parts = withRole(Parameter.Role.PART);
    if (parts.isEmpty()) {
      steps.add(new Step.Raw("{\"role\":\"user\",\"content\":"));
      steps.addAll(marks.content(text.write("user", template), true));
      steps.add(new Step.Raw("}"));
      return;
    }
    steps.add(new Step.Raw("{\"role\":\"user\",\"content\":["));
    steps.addAll(marks.parts(text.write("user", template), true));
    for (Parameter part : parts) {
      steps.addAll(part(part));
    }
    steps.add(new Step.Raw("]}"));
  }

  private List<Step> part(Parameter parameter) {
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
  private static List<Step> present(Parameter parameter, Use use) {
    Expression argument = new Expression.Argument(parameter.name());
    Step step = use.of(argument);
    if (!parameter.type().isNullable()) {
      return List.of(step);
    }
    Condition isThere = new Condition(Condition.Test.NOT_NULL, argument);
    return List.of(new Step.When(List.of(isThere), false, List.of(step), List.of()));
  }

  private List<Parameter> withRole(Parameter.Role role) {
    return prompt.parameters().stream().filter(p -> p.role() == role).toList();
  }

  /** The user's template, from where it is written; empty if that was reported. */
  private Optional<TemplateText> user() {
    Optional<TemplateText> inline = prompt.text().user();
    Optional<Attribute<String>> file = prompt.text().file();
    if (inline.isPresent() && file.isPresent()) {
      mistakes.add(Message.TWO_TEMPLATES, file.get().origin(), prompt.name());
    } else if (inline.isEmpty() && file.isEmpty()) {
      mistakes.add(Message.NO_TEMPLATE, prompt.annotation(), prompt.name());
    } else if (file.isPresent()) {
      Origin origin = file.get().origin();
      Result<Source> opened = TemplateOpener.open(List.of(file.get().value()), files, origin);
      mistakes.addAll(opened.findings());
      return opened.value().map(source -> new TemplateText(source, origin));
    }
    return inline;
  }
}
