package dev.gatewayz.processor.model;

import dev.gatewayz.internal.binding.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What changes how a prompt is called without being part of its request. */
public final class Handling {
  private Handling() {}

  /** Each thing that is said, as JSON by its name; nothing where nothing is said. */
  public static Map<String, String> of(
      PromptDeclaration prompt,
      List<String> fallbacks,
      boolean acceptsTruncated,
      Map<Deadline, Integer> deadlines) {
    Map<String, String> members = new LinkedHashMap<>();
    if (!fallbacks.isEmpty()) {
      members.put("fallbacks", list(fallbacks));
    }
    if (acceptsTruncated) {
      members.put("acceptTruncated", "true");
    }
    if (!deadlines.isEmpty()) {
      members.put(
          "deadlines",
          new TreeMap<>(deadlines)
              .entrySet().stream()
                  .map(e -> "\"" + e.getKey().attribute() + "\": " + e.getValue())
                  .collect(Collectors.joining(", ", "{", "}")));
    }
    prompt.repair().ifPresent(repair -> members.put("repair", repair.value().toString()));
    prompt
        .tools()
        .flatMap(ToolUse::rounds)
        .ifPresent(rounds -> members.put("maxToolRounds", rounds.value().toString()));
    List<String> untrusted =
        prompt.parameters().stream()
            .filter(parameter -> parameter.marks().contains(Parameter.Mark.UNTRUSTED))
            .map(Parameter::label)
            .toList();
    if (!untrusted.isEmpty()) {
      members.put("untrusted", list(untrusted));
    }
    List<String> inSystem =
        prompt.text().untrustedInSystem().stream().map(Attribute::value).toList();
    if (!inSystem.isEmpty()) {
      members.put("untrustedInSystem", list(inSystem));
    }
    return members;
  }

  private static String list(List<String> texts) {
    return texts.stream().map(Json::string).collect(Collectors.joining(", ", "[", "]"));
  }
}
