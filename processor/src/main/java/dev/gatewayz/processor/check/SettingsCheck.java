package dev.gatewayz.processor.check;

import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Numbers are in the ranges that the gateway takes, texts are not empty. */
final class SettingsCheck {
  private static final int MOST_STOPS = 4;

  private final Findings.Builder findings = new Findings.Builder();

  private SettingsCheck() {}

  /**
   * Checks what one annotation sets.
   *
   * @param model the model that is asked first, wherever it is set
   */
  static Findings check(Settings settings, Optional<Attribute<String>> model) {
    SettingsCheck check = new SettingsCheck();
    settings.model().map(ModelCheck::check).ifPresent(check.findings::addAll);
    List<Attribute<String>> fallbacks = settings.fallbacks().orElse(List.of());
    fallbacks.stream().map(ModelCheck::check).forEach(check.findings::addAll);
    settings.deadlines().forEach(check::deadline);
    settings.values().forEach(check::setting);
    check.fallbacks(fallbacks, model);
    check.findings.addAll(ExtraCheck.check(settings.extra()));
    return check.findings.build();
  }

  private void deadline(Deadline deadline, Attribute<Integer> millis) {
    if (millis.value() < 1) {
      findings.add(
          Message.OUT_OF_RANGE,
          millis.origin(),
          deadline.attribute(),
          millis.value(),
          "at least 1");
    }
  }

  private void setting(Setting setting, Attribute<?> attribute) {
    if (attribute.value() instanceof Number number) {
      if (!setting.allows(number.doubleValue())) {
        findings.add(
            Message.OUT_OF_RANGE,
            attribute.origin(),
            setting.attribute(),
            Json.number(number),
            setting.range());
      }
    } else if (attribute.value() instanceof String text) {
      if (text.isBlank()) {
        findings.add(Message.EMPTY_SETTING, attribute.origin(), setting.attribute(), "blank");
      }
    } else if (attribute.value() instanceof List<?> stops) {
      stops(stops, attribute);
    }
  }

  private void stops(List<?> stops, Attribute<?> attribute) {
    if (stops.size() > MOST_STOPS) {
      findings.add(
          Message.TOO_MANY_STOPS, attribute.origin(), stops.size(), stops.size() - MOST_STOPS);
    }
    for (Object stop : stops) {
      if (stop instanceof Attribute<?> text && "".equals(text.value())) {
        findings.add(Message.EMPTY_SETTING, text.origin(), "A stop sequence", "empty");
      }
    }
  }

  /** No model is asked twice, for it would fail twice. */
  private void fallbacks(List<Attribute<String>> fallbacks, Optional<Attribute<String>> model) {
    Set<String> asked = new HashSet<>();
    model.ifPresent(first -> asked.add(first.value()));
    for (Attribute<String> fallback : fallbacks) {
      if (!asked.add(fallback.value())) {
        findings.add(Message.ASKED_TWICE, fallback.origin(), fallback.value());
      }
    }
  }
}
