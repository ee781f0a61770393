package dev.gatewayz.processor.check;

import dev.gatewayz.internal.template.Suggestion;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Setting;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a prompt unsets is a default of its interface. */
final class UnsetCheck {
  private static final List<String> ATTRIBUTES =
      Stream.concat(
              Stream.of("system", "fallbacks", "extra", "schema", "acceptTruncated", "cache"),
              Stream.of(Setting.values())
                  .filter(setting -> setting != Setting.N)
                  .map(Setting::attribute))
          .sorted()
          .toList();

  private UnsetCheck() {}

  static Findings check(PromptDeclaration prompt, ClientDeclaration client) {
    Set<String> set = new HashSet<>(client.settings().attributes());
    client.system().ifPresent(system -> set.add("system"));
    // What an inherited prompt unsets may be set by other interfaces that inherit it.
    boolean isOwn = prompt.owner().equals(client.name());
    Findings.Builder findings = new Findings.Builder();
    for (Attribute<String> unset : prompt.unset()) {
      String name = unset.value();
      if (!ATTRIBUTES.contains(name)) {
        findings.add(
            Finding.of(Message.UNSET_NAME, unset.origin(), name)
                .plus(Suggestion.sentence(name, ATTRIBUTES))
                .note("attributes: " + Suggestion.list(ATTRIBUTES)));
      } else if (isOwn && !set.contains(name)) {
        findings.add(Message.UNSET_NOTHING, unset.origin(), name, client.name());
      }
    }
    return findings.build();
  }
}
