package dev.gatewayz.codegen;

/**
 * Turns the text of an answer into the value a prompt method returns. Implementations are
 * stateless.
 *
 * @param <T> what the method returns
 */
@FunctionalInterface
public interface Answer<T> {

  /** The text itself. */
  Answer<String> TEXT = text -> text;

  /** Reads the text of one answer. */
  T read(String text);
}
