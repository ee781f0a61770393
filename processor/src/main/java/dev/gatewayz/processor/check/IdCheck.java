package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * No two prompts of an interface have the same id, and ids can stand in reports and in settings.
 */
final class IdCheck {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern NAME = Pattern.compile(PART + "(\\." + PART + ")*");

  private IdCheck() {}

  static Findings check(ClientDeclaration client) {
    Findings.Builder findings = new Findings.Builder();
    client
        .idPrefix()
        .ifPresent(name -> findings.addAll(spelling(name, NAME, ", with \".\" between its parts")));
    Set<String> ids = new HashSet<>();
    for (PromptDeclaration prompt : client.prompts()) {
      prompt.id().ifPresent(id -> findings.addAll(spelling(id, PART, "")));
      if (!ids.add(prompt.idName())) {
        findings.add(
            Message.SAME_ID,
            prompt.id().map(Attribute::origin).orElse(prompt.origin()),
            client.name(),
            prompt.idName());
      }
    }
    return findings.build();
  }

  private static Findings spelling(Attribute<String> id, Pattern allowed, String more) {
    return allowed.matcher(id.value()).matches()
        ? Findings.NONE
        : Findings.of(Message.ID_SPELLING, id.origin(), id.value(), more);
  }
}
