package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Extra;
import dev.gatewayz.processor.model.JsonText;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Further members of a request are JSON, and none is one that the client writes itself. */
final class ExtraCheck {
  /** Members that no attribute of the same kind sets, and what does instead. */
  private static final Map<String, String> OWN =
      Map.of(
          "model", "model",
          "messages", "value",
          "tools", "tools",
          "tool_choice", "toolChoice");

  /** Members that follow from the method's return type. */
  private static final Set<String> BY_RETURN_TYPE =
      Set.of("stream", "stream_options", "response_format");

  private ExtraCheck() {}

  /** Checks what one annotation adds. */
  static Findings check(List<Extra> members) {
    Findings.Builder findings = new Findings.Builder();
    Set<String> names = new HashSet<>();
    for (Extra extra : members) {
      String name = extra.name().value();
      Optional<String> attribute = attribute(name);
      if (name.isBlank()) {
        findings.add(Message.EMPTY_SETTING, extra.name().origin(), "The name of an extra", "blank");
      } else if (BY_RETURN_TYPE.contains(name)) {
        findings.add(Message.OWN_MEMBER, extra.name().origin(), name, "Change the return type.");
      } else if (attribute.isPresent()) {
        String advice = "Write the attribute \"" + attribute.get() + "\" instead.";
        findings.add(Message.OWN_MEMBER, extra.name().origin(), name, advice);
      } else if (!names.add(name)) {
        findings.add(Message.EXTRA_TWICE, extra.name().origin(), name);
      }
      if (JsonText.compact(extra.json().value()).isEmpty()) {
        findings.add(Message.EXTRA_JSON, extra.json().origin(), name, extra.json().value());
      }
    }
    return findings.build();
  }

  /** The attribute that sets a member. */
  private static Optional<String> attribute(String wireName) {
    return Stream.of(Setting.values())
        .filter(setting -> setting.wireName().equals(wireName))
        .map(Setting::attribute)
        .findFirst()
        .or(() -> Optional.ofNullable(OWN.get(wireName)));
  }
}
