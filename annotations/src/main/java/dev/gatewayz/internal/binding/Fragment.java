package dev.gatewayz.internal.binding;

import java.util.List;

/**
 * A part of a rendering that needs a method of its own, because it contains itself.
 *
 * @param method what the method is called
 * @param parameters what it needs from where it is called
 * @param steps what it does
 */
public record Fragment(String method, List<Input> parameters, List<Step> steps) {

  /** Copies the lists. */
  public Fragment {
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
  }

  /**
   * A variable of the method.
   *
   * @param type {@link JavaType#name}, or the class of texts
   */
  public record Input(Object type, String name) {}
}
