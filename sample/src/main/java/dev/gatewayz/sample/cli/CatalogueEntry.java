package dev.gatewayz.sample.cli;

import dev.gatewayz.gateway.Model;
import dev.gatewayz.sample.http.JsonText;
import java.util.List;

/** A model as an entry of a list that the compiler reads with {@code -Agatewayz.models}. */
final class CatalogueEntry {
  /** What the compiler asks of a model. */
  private static final List<String> ASKED = List.of("tools", "vision");

  private CatalogueEntry() {}

  /** The JSON of an entry, on one line. */
  static String of(Model model) {
    JsonText entry = JsonText.object().put("id", model.name());
    if (model.contextLength() > 0) {
      entry.put("context_length", model.contextLength());
    }
    if (model.modality() != null) {
      entry.put("modality", model.modality());
    }
    if (model.promptPrice() != null) {
      entry.put("pricing", JsonText.object().put("prompt", model.promptPrice().toPlainString()));
    }
    if (!model.capabilities().isEmpty()) {
      JsonText capabilities = JsonText.object();
      ASKED.forEach(name -> capabilities.raw(name, String.valueOf(model.can(name))));
      entry.put("capabilities", capabilities);
    }
    if (!model.supportedParameters().isEmpty()) {
      JsonText parameters = JsonText.array();
      model.supportedParameters().forEach(parameters::add);
      entry.put("supported_parameters", parameters);
    }
    model.extra().forEach(entry::raw);
    return entry.toString();
  }
}
