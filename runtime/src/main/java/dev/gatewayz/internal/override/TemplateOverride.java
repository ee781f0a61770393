package dev.gatewayz.internal.override;

import java.util.Collections;
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

  /** The same for another part of the calls. */
  public TemplateOverride withShare(double other) {
    return new TemplateOverride(id, other, byRole);
  }
}
