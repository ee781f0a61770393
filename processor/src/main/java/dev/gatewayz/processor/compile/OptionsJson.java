package dev.gatewayz.processor.compile;

import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Extra;
import dev.gatewayz.processor.model.JsonText;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.model.ToolUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Writes settings as members of the request. */
final class OptionsJson {
  private OptionsJson() {}

  /**
   * Writes them; {@code max_completion_tokens} replaces {@code max_tokens}, its older name.
   *
   * @param toolChoice whether and which tools the model must ask for, if that is said
   */
  static String write(Settings settings, Optional<Attribute<String>> toolChoice) {
    StringJoiner members = new StringJoiner(",");
    boolean isLimitRenamed =
        settings.extra().stream()
            .anyMatch(extra -> extra.name().value().equals("max_completion_tokens"));
    for (Map.Entry<Setting, Attribute<?>> entry : settings.values().entrySet()) {
      String value = value(entry.getValue().value());
      boolean isReplaced = isLimitRenamed && entry.getKey().wireName().equals("max_tokens");
      if (!value.equals("[]") && !isReplaced) {
        members.add(Json.string(entry.getKey().wireName()) + ":" + value);
      }
    }
    toolChoice.ifPresent(choice -> members.add("\"tool_choice\":" + toolChoice(choice.value())));
    for (Extra extra : settings.extra()) {
      JsonText.compact(extra.json().value())
          .ifPresent(json -> members.add(Json.string(extra.name().value()) + ":" + json));
    }
    return members.toString();
  }

  private static String toolChoice(String choice) {
    return ToolUse.MODES.contains(choice)
        ? Json.string(choice)
        : "{\"type\":\"function\",\"function\":{\"name\":" + Json.string(choice) + "}}";
  }

  private static String value(Object value) {
    if (value instanceof Number number) {
      return Json.number(number);
    }
    if (value instanceof List<?> list) {
      StringJoiner elements = new StringJoiner(",", "[", "]");
      list.forEach(element -> elements.add(value(((Attribute<?>) element).value())));
      return elements.toString();
    }
    return Json.string((String) value);
  }
}
