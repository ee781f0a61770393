package dev.gatewayz.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A declaration refers to something that does not exist, or not yet: another processor may generate
 * it. Reading starts afresh in the next round.
 */
public final class MissingTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String missing;
  private final transient Optional<Element> place;

  MissingTypeException(String missing, Optional<Element> place) {
    super(missing, null, false, false);
    this.missing = missing;
    this.place = place;
  }

  /** What is missing. */
  public String missing() {
    return missing;
  }

  /** The declaration that refers to it, where that is known. */
  public Optional<Element> place() {
    return place;
  }
}
