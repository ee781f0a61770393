package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.Json;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.model.Settings;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes settings as members of the request. */
final class OptionsJson {
  private OptionsJson() {}

  static String write(Settings settings) {
    StringJoiner members = new StringJoiner(",");
    for (Map.Entry<Setting, Attribute<?>> entry : settings.values().entrySet()) {
      String value = value(entry.getValue().value());
      if (!value.equals("[]")) {
        members.add(Json.string(entry.getKey().wireName()) + ":" + value);
      }
    }
    return members.toString();
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
