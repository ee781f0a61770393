package dev.gatewayz.processor;

import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.processor.check.CatalogueCheck;
import dev.gatewayz.processor.check.ClientCheck;
import dev.gatewayz.processor.check.PromptCheck;
import dev.gatewayz.processor.check.UnusedParameters;
import dev.gatewayz.processor.compile.ClientCompiler;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.ClientDeclaration;
import dev.gatewayz.processor.model.Prompt;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.read.ClientReader;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The way of one interface from its declaration to the client that is generated for it. What was
 * found on the way is kept here, even if an exception ends it early.
 */
final class ClientPipeline {
  private final TypeElement type;
  private final ClientReader reader;
  private final TemplateFiles files;
  private final CatalogueCheck models;
  private final boolean isOverridable;
  private final Findings.Builder findings = new Findings.Builder();

  ClientPipeline(
      TypeElement type,
      ClientReader reader,
      TemplateFiles files,
      CatalogueCheck models,
      boolean isOverridable) {
    this.type = type;
    this.reader = reader;
    this.files = files;
    this.models = models;
    this.isOverridable = isOverridable;
  }

  /** What was found so far and is not silenced. */
  Findings findings() {
    return findings.build();
  }

  /** The client of an interface; empty if there is none to generate. */
  Optional<Client> run() {
    Optional<Client> client = keep(reader.read(type)).map(this::client);
    keep(reader.unseen());
    return client;
  }

  private Client client(ClientDeclaration declaration) {
    keep(ClientCheck.check(declaration));
    keep(models.check(declaration.settings()));
    PromptCheck check = new PromptCheck(declaration);
    ClientCompiler compiler = new ClientCompiler(declaration, files, isOverridable);
    List<Prompt> sound = new ArrayList<>();
    List<PromptDeclaration> broken = new ArrayList<>();
    for (PromptDeclaration prompt : declaration.prompts()) {
      prompt(prompt, declaration, check, compiler)
          .ifPresentOrElse(sound::add, () -> broken.add(prompt));
    }
    return keep(compiler.assemble(sound, broken)).orElseThrow();
  }

  /** The prompt, compiled; empty if it has mistakes. */
  private Optional<Prompt> prompt(
      PromptDeclaration declaration,
      ClientDeclaration client,
      PromptCheck check,
      ClientCompiler compiler) {
    Findings mistakes = keep(check.check(declaration));
    keep(models.check(declaration.settings()));
    Result<Prompt> compiled = compiler.compile(declaration);
    Optional<Prompt> prompt = keep(compiled);
    prompt.ifPresent(p -> keep(models.check(p, client)));
    // There are steps to look through only if the templates have no mistakes, any of which may be
    // what keeps a template from using a parameter.
    Findings unused =
        keep(
            prompt
                .map(p -> UnusedParameters.check(declaration, client, p.messages().steps()))
                .orElse(Findings.NONE));
    boolean isSound = declaration.isComplete() && !mistakes.haveErrors() && !unused.haveErrors();
    return prompt.filter(p -> isSound);
  }

  /** Keeps what is not silenced: nothing is to be decided by what nobody gets to hear. */
  private Findings keep(Findings found) {
    Findings heard = found.heard(type);
    findings.addAll(heard);
    return heard;
  }

  private <T> Optional<T> keep(Result<T> result) {
    keep(result.findings());
    return result.value();
  }
}
