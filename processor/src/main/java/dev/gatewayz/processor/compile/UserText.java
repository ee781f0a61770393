package dev.gatewayz.processor.compile;

import dev.gatewayz.internal.binding.TemplateFiles;
import dev.gatewayz.internal.binding.TemplateOpener;
import dev.gatewayz.internal.binding.TemplateText;
import dev.gatewayz.processor.model.Attribute;
import dev.gatewayz.processor.model.PromptDeclaration;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.util.List;
import java.util.Optional;

/** The user's template, in the annotation or in a file. */
record UserText(PromptDeclaration prompt, TemplateFiles files) {

  /** The template, from where it is written. */
  Result<TemplateText> find() {
    Optional<TemplateText> inline = prompt.text().user();
    Optional<Attribute<String>> file = prompt.text().file();
    if (inline.isPresent()) {
      return new Result<>(
          inline,
          file.map(f -> Findings.of(Message.TWO_TEMPLATES, f.origin(), prompt.name()))
              .orElse(Findings.NONE));
    }
    return file.map(this::open)
        .orElseGet(() -> Result.none(Message.NO_TEMPLATE, prompt.annotation(), prompt.name()));
  }

  private Result<TemplateText> open(Attribute<String> file) {
    Origin origin = file.origin();
    TemplateOpener.Opened opened = TemplateOpener.open(List.of(file.value()), files, origin);
    return new Result<>(
        opened.source().map(source -> new TemplateText(source, origin)),
        new Findings(opened.mistake().stream().map(Finding::of).toList()));
  }
}
