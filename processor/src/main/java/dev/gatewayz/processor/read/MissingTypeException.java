package dev.gatewayz.processor.read;

import dev.gatewayz.processor.report.Findings;
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

  private final transient Findings before;
  private final boolean isLomboks;

  MissingTypeException(String missing, Optional<Element> place) {
    this(missing, place, Findings.NONE, false);
  }

  private MissingTypeException(
      String missing, Optional<Element> place, Findings before, boolean isLomboks) {
    super(missing, null, false, false);
    this.missing = missing;
    this.place = place;
    this.before = before;
    this.isLomboks = isLomboks;
  }

  /** The same, where Lombok is to add it. */
  MissingTypeException byLombok() {
    return new MissingTypeException(missing, place, before, true);
  }

  /** Whether Lombok is to add it. */
  public boolean isLomboks() {
    return isLomboks;
  }

  /** The same, after something was found. */
  MissingTypeException after(Findings found) {
    return new MissingTypeException(
        missing, place, new Findings.Builder().addAll(found).addAll(before).build(), isLomboks);
  }

  /** What was found before. */
  public Findings before() {
    return before;
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
