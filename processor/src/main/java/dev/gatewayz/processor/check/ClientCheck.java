package dev.gatewayz.processor.check;

import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.model.TemplateFiles;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks an interface. */
public final class ClientCheck {
  private ClientCheck() {}

  /** What is to be generated; prompts with mistakes in them are set apart. */
  public static Client check(ClientDeclaration client, TemplateFiles files, Findings findings) {
    SettingsCheck.check(client.settings(), findings);
    SettingsCheck.checkFallbacks(client.settings(), client.settings().model(), findings);
    Locals methods = new Locals();
    client.prompts().forEach(prompt -> methods.take(prompt.name()));
    Set<Tool> checkedTools = new HashSet<>();
    List<Prompt> sound = new ArrayList<>();
    List<PromptDeclaration> broken = new ArrayList<>();
    for (PromptDeclaration declaration : client.prompts()) {
      Optional<Prompt> prompt =
          PromptCheck.check(client, declaration, files, methods, checkedTools, findings);
      prompt.ifPresentOrElse(sound::add, () -> broken.add(declaration));
    }
    int size = sound.stream().mapToInt(p -> Size.of(p.steps(), p.fragments())).sum();
    if (size > Size.MOST_OF_ALL) {
      findings.add(Message.TOO_LARGE, client.origin(), client.name(), Size.MOST_OF_ALL);
    }
    return new Client(client, sound, broken);
  }
}
