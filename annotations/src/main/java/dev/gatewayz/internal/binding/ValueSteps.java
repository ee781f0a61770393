package dev.gatewayz.internal.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How values are shown in one message: as text or as JSON, fenced or not, or not at all. */
final class ValueSteps {
  private final Mistakes mistakes;
  private final JsonSteps json;
  private final boolean isSystem;
  private final Set<String> trustedInSystem;

  ValueSteps(Mistakes mistakes, JsonSteps json, boolean isSystem, Set<String> trustedInSystem) {
    this.mistakes = mistakes;
    this.json = json;
    this.isSystem = isSystem;
    this.trustedInSystem = trustedInSystem;
  }

  /** The steps that show a value that is there; none if it cannot be shown, which was reported. */
  List<Step> show(Value value, Place place) {
    if (value.isSuspect() && isSystem && !trustedInSystem.contains(value.traits().untrusted())) {
      mistakes.untrusted(value, place);
      return List.of();
    }
    List<Step> steps = new ArrayList<>(plain(value, place));
    if (value.isSuspect() && !steps.isEmpty()) {
      steps.add(0, new Step.Fence(true));
      steps.add(new Step.Fence(false));
    }
    return steps;
  }

  private List<Step> plain(Value value, Place place) {
    if (value.isJson()) {
      Optional<JavaType> cause = JsonTypes.inexpressible(value.type());
      cause.ifPresent(type -> mistakes.noJson(value, type, place));
      return cause.isPresent() ? List.of() : json.write(value);
    }
    if (!value.type().kind().isText()) {
      mistakes.noText(value, place);
      return List.of();
    }
    Step.Form form = value.type().kind() == Kind.STRING ? Step.Form.STRING : Step.Form.TEXT;
    return List.of(new Step.Show(value.label(), value.expression(), form));
  }
}
