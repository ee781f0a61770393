package dev.gatewayz.internal.template;

import java.util.List;

/**
 * What is wrong with the form of a template.
 *
 * @param message what is the matter
 * @param span where
 * @param args what fills the message's holes
 */
public record Fault(TemplateMessage message, Span span, List<String> args) {

  /** Copies the list. */
  public Fault {
    args = List.copyOf(args);
  }
}
