package dev.gatewayz.processor.report;

import java.util.ArrayList;
import java.util.List;

/** Findings as they are made, in order. */
public final class Findings {
  private final List<Finding> all = new ArrayList<>();

  /** Adds one. */
  public void add(Finding finding) {
    all.add(finding);
  }

  /** Adds one about a declaration, an annotation or a value. */
  public void add(Message message, Origin origin, Object... args) {
    add(Finding.of(message, origin, args));
  }

  /** Adds all of another collection. */
  public void addAll(Findings others) {
    all.addAll(others.all);
  }

  /** Whether one of them stops the build. */
  public boolean haveErrors() {
    return all.stream().anyMatch(Finding::isError);
  }

  /** Whether one of them says {@code message}. */
  public boolean have(Message message) {
    return all.stream().anyMatch(finding -> finding.message() == message);
  }

  /** What was found. */
  public List<Finding> all() {
    return List.copyOf(all);
  }
}
