package dev.gatewayz.processor.template;

import dev.gatewayz.processor.report.Message;
import java.util.List;

/**
 * What is wrong with the form of a template.
 *
 * @param message what is the matter
 * @param span where
 * @param args what fills the message's holes
 */
public record Fault(Message message, Span span, List<String> args) {

  /** Copies the list. */
  public Fault {
    args = List.copyOf(args);
  }
}
