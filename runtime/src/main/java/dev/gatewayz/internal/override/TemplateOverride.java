package dev.gatewayz.internal.override;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Other templates for one prompt.
 *
 * @param id the prompt
 * @param share the part of its calls that take them, from 0 to 1
 * @param byRole the templates, for {@code user} or {@code system} or both
 */
public record TemplateOverride(String id, double share, Map<String, OverrideText> byRole) {
  /** The message that says what is asked. */
  public static final String USER = "user";

  /** The message that says how to answer. */
  public static final String SYSTEM = "system";

  /** Copies the map. */
  public TemplateOverride {
    byRole = Collections.unmodifiableMap(new TreeMap<>(byRole));
  }

  /**
   * Refuses templates that are none, whatever the parameters of the prompt are.
   *
   * @throws IllegalArgumentException which lists all that is wrong
   */
  public void requireTemplates() {
    List<String> mistakes = new ArrayList<>();
    byRole.forEach((role, text) -> mistakes.addAll(text.mistakes(role)));
    if (!mistakes.isEmpty()) {
      throw mistaken(mistakes);
    }
  }

  /** Lists all that is wrong. */
  public IllegalArgumentException mistaken(List<String> mistakes) {
    return new IllegalArgumentException(
        "The override of the prompt " + id + " has mistakes.\n" + String.join("\n", mistakes));
  }

  /** The same for another part of the calls. */
  public TemplateOverride withShare(double other) {
    return new TemplateOverride(id, other, byRole);
  }
}
