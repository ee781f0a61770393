package dev.gatewayz.internal.binding;

import dev.gatewayz.internal.template.Excerpt;
import dev.gatewayz.internal.template.TemplateMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a template.
 *
 * @param message what is the matter
 * @param origin where the template is written
 * @param text the message with its holes filled
 * @param excerpt the place inside the template, if it is known
 * @param notes further lines
 */
public record Mistake(
    TemplateMessage message,
    TemplateOrigin origin,
    String text,
    Optional<Excerpt> excerpt,
    List<String> notes) {

  /** Copies the list. */
  public Mistake {
    notes = List.copyOf(notes);
  }

  static Mistake of(TemplateMessage message, TemplateOrigin origin, Object... args) {
    String text = String.format(message.text(), args);
    return new Mistake(message, origin, text, Optional.empty(), List.of());
  }

  /** The same mistake, drawn inside a template. */
  Mistake in(Excerpt excerpt) {
    return new Mistake(message, origin, text, Optional.of(excerpt), notes);
  }

  /** The same mistake with a sentence added to its text. */
  Mistake plus(String sentence) {
    return sentence.isEmpty()
        ? this
        : new Mistake(message, origin, text + " " + sentence, excerpt, notes);
  }

  /** The same mistake with a further line below it. */
  Mistake note(String line) {
    List<String> all = new ArrayList<>(notes);
    all.add(line);
    return new Mistake(message, origin, text, excerpt, all);
  }

  /** All there is to print. */
  public String print() {
    return print("GZ" + message.number(), text, excerpt, notes);
  }

  /** A message as it is printed: with its code, the place in the template, and further lines. */
  public static String print(
      String code, String text, Optional<Excerpt> excerpt, List<String> notes) {
    StringBuilder out = new StringBuilder("[").append(code).append("] ").append(text);
    excerpt.ifPresent(e -> out.append('\n').append(e.draw()));
    notes.forEach(note -> out.append("\n  ").append(note));
    return out.toString();
  }
}
