package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.report.Findings;

/** What an interface says of all its prompts makes sense. */
public final class ClientCheck {
  private ClientCheck() {}

  /** Checks all but the prompts. */
  public static Findings check(ClientDeclaration client) {
    return new Findings.Builder()
        .addAll(IdCheck.check(client))
        .addAll(SettingsCheck.check(client.settings(), client.settings().model()))
        .build();
  }
}
