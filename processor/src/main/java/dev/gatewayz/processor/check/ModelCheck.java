package dev.gatewayz.processor.check;

import dev.gatewayz.internal.template.Suggestion;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.List;

/** A model has its prefix, and a name behind it that the gateway can know. */
final class ModelCheck {
  private static final String GATEWAYZ = "gatewayz";
  private static final String PREFIX = GATEWAYZ + "/";

  private ModelCheck() {}

  static Findings check(Attribute<String> model) {
    String name = model.value();
    if (name.isBlank()
        || name.equals(PREFIX)
        || name.equals(GATEWAYZ)
        || name.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      return Findings.of(Message.MODEL_NAME, model.origin(), name);
    }
    if (!name.startsWith(PREFIX)) {
      return Findings.of(Message.MODEL_PREFIX, model.origin(), name, withPrefix(name));
    }
    if (isRouter(name.substring(PREFIX.length()))) {
      return Findings.of(Message.MODEL_ROUTER, model.origin(), name);
    }
    return Findings.NONE;
  }

  /** A prefix that was misspelt is mended, one that is missing is added. */
  private static String withPrefix(String name) {
    int slash = name.indexOf('/');
    boolean isMisspelt =
        slash > 0 && Suggestion.nearest(name.substring(0, slash), List.of(GATEWAYZ)).isPresent();
    return PREFIX + (isMisspelt ? name.substring(slash + 1) : name);
  }

  /** Names that stand for "choose one for me". */
  private static boolean isRouter(String name) {
    return name.equals("auto")
        || name.startsWith("auto:")
        || name.startsWith("router:")
        || name.startsWith("gatewayz-router")
        || name.startsWith("gatewayz-general")
        || name.startsWith("gatewayz-code");
  }
}
