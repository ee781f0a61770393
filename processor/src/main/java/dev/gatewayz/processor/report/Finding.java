package dev.gatewayz.processor.report;

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

  /** The same finding, drawn inside a template. */
  public Finding in(Excerpt excerpt) {
    return new Finding(message, origin, text, Optional.of(excerpt), notes);
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
    StringBuilder out = new StringBuilder();
    out.append('[').append(message.code()).append("] ").append(place).append(text);
    excerpt.ifPresent(e -> out.append('\n').append(e.draw()));
    for (String note : notes) {
      out.append("\n  ").append(note);
    }
    return out.toString();
  }
}
