package dev.gatewayz.internal.binding;

import java.util.List;

/** Which arguments are to be checked for {@code null} before anything is rendered. */
final class Required {
  private Required() {}

  static List<Variable> of(List<Variable> variables, List<Step> steps) {
    ArgumentUsage usage = ArgumentUsage.of(steps);
    return variables.stream()
        .filter(p -> p.role() == Variable.Role.VARIABLE || p.role() == Variable.Role.PART)
        .filter(p -> !p.type().isPrimitive() && !p.type().isNullable())
        .filter(p -> usage.isUsed(p.name()) && !usage.isAlwaysShown(p.name()))
        .toList();
  }
}
