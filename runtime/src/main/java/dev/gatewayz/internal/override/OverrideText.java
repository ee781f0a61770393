package dev.gatewayz.internal.override;

import dev.gatewayz.internal.binding.Mistake;
import dev.gatewayz.internal.template.Excerpt;
import dev.gatewayz.internal.template.Fault;
import dev.gatewayz.internal.template.Source;
import dev.gatewayz.internal.template.Template;
import dev.gatewayz.internal.template.TemplateMessage;
import dev.gatewayz.internal.template.TemplateParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A template that takes the place of another.
 *
 * @param place what it stands in: a file, or a map
 * @param line the line before it, 0 for none
 * @param text the template
 */
public record OverrideText(String place, int line, String text) {

  /** A part of the template, as a part of what it stands in. */
  public Excerpt in(Excerpt excerpt) {
    return new Excerpt(
        place, line + excerpt.line(), excerpt.column(), excerpt.text(), excerpt.length());
  }

  /** What stands before a mistake of the template. */
  public String label(String role) {
    return place + ", " + role + ": ";
  }

  /** What is wrong with it, whatever prompt it is for. */
  List<String> mistakes(String role) {
    List<String> mistakes = new ArrayList<>();
    Template template = TemplateParser.parse(new Source("template", text));
    for (Fault fault : template.faults()) {
      Excerpt excerpt = in(template.source().excerpt(fault.span()));
      mistakes.add(print(role, fault.message(), Optional.of(excerpt), fault.args().toArray()));
    }
    if (template.isBlank()) {
      mistakes.add(print(role, TemplateMessage.BLANK, Optional.empty(), "template"));
    }
    return mistakes;
  }

  private String print(
      String role, TemplateMessage message, Optional<Excerpt> excerpt, Object... args) {
    String said = String.format(message.text(), args);
    return label(role) + Mistake.print("GZ" + message.number(), said, excerpt, List.of());
  }
}
