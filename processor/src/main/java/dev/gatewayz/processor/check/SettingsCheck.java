package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Deadline;
import dev.gatewayz.processor.model.Json;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers are in the ranges that the gateway takes, texts are not empty. */
final class SettingsCheck {
  private static final int MOST_STOPS = 4;

  private SettingsCheck() {}

  static void check(Settings settings, Findings findings) {
    settings.model().ifPresent(model -> ModelCheck.check(model, findings));
    settings
        .fallbacks()
        .ifPresent(models -> models.forEach(model -> ModelCheck.check(model, findings)));
    settings.deadlines().forEach((deadline, millis) -> check(deadline, millis, findings));
    for (Map.Entry<Setting, Attribute<?>> entry : settings.values().entrySet()) {
      check(entry.getKey(), entry.getValue(), findings);
    }
  }

  private static void check(Deadline deadline, Attribute<Integer> millis, Findings findings) {
    if (millis.value() < 1) {
      findings.add(
          Message.OUT_OF_RANGE,
          millis.origin(),
          deadline.attribute(),
          millis.value(),
          "at least 1");
    }
  }

  /**
   * No model is asked twice, for it would fail twice.
   *
   * @param model the model that is asked first
   */
  static void checkFallbacks(
      Settings settings, Optional<Attribute<String>> model, Findings findings) {
    Set<String> asked = new HashSet<>();
    model.ifPresent(first -> asked.add(first.value()));
    for (Attribute<String> fallback : settings.fallbacks().orElse(List.of())) {
      if (!asked.add(fallback.value())) {
        findings.add(Message.ASKED_TWICE, fallback.origin(), fallback.value());
      }
    }
  }

  private static void check(Setting setting, Attribute<?> attribute, Findings findings) {
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
      checkStops(stops, attribute, findings);
    }
  }

  private static void checkStops(List<?> stops, Attribute<?> attribute, Findings findings) {
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
}
