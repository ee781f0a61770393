package dev.gatewayz.processor.report;

import dev.gatewayz.internal.binding.Mistake;
import dev.gatewayz.internal.template.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;

/**
 * One thing to tell the user, before it is told.
 *
 * @param message what is the matter
 * @param origin where, unless it is about the compilation as a whole
 * @param text the message with its holes filled
 * @param excerpt the place inside a template, if it is in one
 * @param notes further lines
 */
public record Finding(
    Message message,
    Optional<Origin> origin,
    String text,
    Optional<Excerpt> excerpt,
    List<String> notes) {

  /** Copies the list. */
  public Finding {
    notes = List.copyOf(notes);
  }

  /** A finding about a declaration, an annotation or a value. */
  public static Finding of(Message message, Origin origin, Object... args) {
    return new Finding(
        message, Optional.of(origin), message.format(args), Optional.empty(), List.of());
  }

  /** A finding about the compilation as a whole. */
  public static Finding of(Message message, Object... args) {
    return new Finding(
        message, Optional.empty(), message.format(args), Optional.empty(), List.of());
  }

  /** What is wrong with a template that was written where the compiler can see it. */
  public static Finding of(Mistake mistake) {
    return new Finding(
        Message.of(mistake.message()),
        Optional.of((Origin) mistake.origin()),
        mistake.text(),
        mistake.excerpt(),
        mistake.notes());
  }

  /** The same finding with a sentence added to its text. */
  public Finding plus(String sentence) {
    return sentence.isEmpty()
        ? this
        : new Finding(message, origin, text + " " + sentence, excerpt, notes);
  }

  /** The same finding with a further line below it. */
  public Finding note(String line) {
    List<String> all = new ArrayList<>(notes);
    all.add(line);
    return new Finding(message, origin, text, excerpt, all);
  }

  /** Whether the build fails by it. */
  public boolean isError() {
    return message.kind() == Diagnostic.Kind.ERROR;
  }

  /**
   * All that is printed.
   *
   * @param place words that say where it is, if the compiler cannot; else empty
   */
  String print(String place) {
    return Mistake.print(message.code(), place + text, excerpt, notes);
  }
}
