package dev.gatewayz.processor.compile;

import dev.gatewayz.internal.binding.Locals;
import dev.gatewayz.internal.binding.Size;
import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Result;
import java.util.List;
import java.util.Optional;

/** Compiles the prompts of one interface. */
public final class ClientCompiler {
  private final ClientDeclaration client;
  private final TemplateFiles files;
  private final boolean isOverridable;
  private final Locals methods = new Locals();

  /**
   * A compiler for one interface.
   *
   * @param files where templates that are not written in annotations are
   * @param isOverridable whether templates can be replaced at run time
   */
  public ClientCompiler(ClientDeclaration client, TemplateFiles files, boolean isOverridable) {
    this.client = client;
    this.files = files;
    this.isOverridable = isOverridable;
    client.surroundings().methods().forEach(methods::take);
  }

  /** A prompt of the interface; empty if its templates have mistakes. */
  public Result<Prompt> compile(PromptDeclaration prompt) {
    return new PromptCompiler(prompt, client).compile(files, methods);
  }

  /**
   * All of the interface.
   *
   * @param sound the prompts that have no mistakes
   * @param broken the prompts that have
   */
  public Result<Client> assemble(List<Prompt> sound, List<PromptDeclaration> broken) {
    int size =
        sound.stream().mapToInt(p -> Size.of(p.messages().steps(), p.messages().fragments())).sum();
    return Result.of(
        new Client(
            client,
            sound,
            broken,
            isOverridable ? Optional.of(TypeTables.of(sound)) : Optional.empty()),
        size > Size.MOST_OF_ALL
            ? Findings.of(Message.TOO_LARGE, client.origin(), client.name(), Size.MOST_OF_ALL)
            : Findings.NONE);
  }
}
