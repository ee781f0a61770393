package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.TemplateMessage;
import java.util.List;
import java.util.function.Consumer;

/** Turns the templates of a prompt into the steps that write its messages. */
public final class MessageCompiler {
  private MessageCompiler() {}

  /**
   * Gives every name in the templates its meaning.
   *
   * @param files where partials are
   * @param methods names that methods of the client have
   * @param constants is told all that is constant
   */
  public static BoundMessages compile(
      PromptTemplates prompt, TemplateFiles files, Locals methods, Consumer<String> constants) {
    Mistakes mistakes = new Mistakes(prompt);
    CacheMarks marks = new CacheMarks(prompt.isCached());
    MessageText text = new MessageText(prompt, files, methods, constants, mistakes);
    List<Step> steps = new Messages(prompt, text, marks).write();
    List<Fragment> fragments = text.fragments().all();
    if (Size.of(steps, fragments) > Size.MOST) {
      mistakes.add(TemplateMessage.TOO_LARGE, prompt.annotation(), prompt.name(), Size.MOST);
    }
    return new BoundMessages(
        steps,
        fragments,
        text.texts(),
        Required.of(prompt.variables(), steps),
        text.names(),
        mistakes.all(),
        marks.caching());
  }
}
