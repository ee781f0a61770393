package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.Settings;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;

/** Checks the prompts of one interface, each by every rule. */
public final class PromptCheck {
  private final ClientDeclaration client;
  private final ToolCheck tools = new ToolCheck();

  /** A check of the prompts of {@code client}. */
  public PromptCheck(ClientDeclaration client) {
    this.client = client;
  }

  /** Checks all but the templates, which are checked as they are compiled. */
  public Findings check(PromptDeclaration prompt) {
    Settings settings = client.settings(prompt);
    Findings.Builder findings =
        new Findings.Builder()
            .addAll(ParameterCheck.check(prompt))
            .addAll(SettingsCheck.check(prompt.settings(), settings.model()))
            .addAll(AnswerCheck.check(prompt, settings))
            .addAll(UnsetCheck.check(prompt, client))
            .addAll(tools.check(prompt));
    if (settings.model().isEmpty()) {
      findings.add(Message.NO_MODEL, prompt.annotation(), prompt.name(), client.name());
    }
    return findings.build();
  }
}
