package dev.gatewayz.processor.report;

import dev.gatewayz.internal.binding.Mistake;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * What was found, in order.
 *
 * @param all each finding
 */
public record Findings(List<Finding> all) {
  /** Nothing was found. */
  public static final Findings NONE = new Findings(List.of());

  /** Copies the list. */
  public Findings {
    all = List.copyOf(all);
  }

  /** One finding about a declaration, an annotation or a value. */
  public static Findings of(Message message, Origin origin, Object... args) {
    return new Findings(List.of(Finding.of(message, origin, args)));
  }

  /** What is wrong with templates. */
  public static Findings of(List<Mistake> mistakes) {
    return new Findings(mistakes.stream().map(Finding::of).toList());
  }

  /**
   * Those that are not silenced, where they are or on the type that they were found for. What is
   * silenced is as if it had never been found.
   */
  public Findings heard(Element subject) {
    return new Findings(
        all.stream().filter(finding -> !Suppressions.silence(finding, subject)).toList());
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether one of them stops the build. */
  public boolean haveErrors() {
    return all.stream().anyMatch(Finding::isError);
  }

  /** Whether one of them says {@code message}. */
  public boolean have(Message message) {
    return all.stream().anyMatch(finding -> finding.message() == message);
  }

  /** Gathers findings as they are made. */
  public static final class Builder {
    private final List<Finding> all = new ArrayList<>();

    /** Adds one. */
    public Builder add(Finding finding) {
      all.add(finding);
      return this;
    }

    /** Adds one about a declaration, an annotation or a value. */
    public Builder add(Message message, Origin origin, Object... args) {
      return add(Finding.of(message, origin, args));
    }

    /** Adds all of others. */
    public Builder addAll(Findings others) {
      all.addAll(others.all());
      return this;
    }

    /** What was gathered so far. */
    public Findings build() {
      return new Findings(all);
    }
  }
}
