package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each interface gets a list of its prompts. */
class CatalogueFileTest {

  @Test
  void itListsWhatIsKnownOfEachPrompt() {
    Compilation compilation =
        Compilation.javac(Fixtures.read(Fixtures.file("good/EarningsAnalyst.java")));
    String json =
        compilation.resources().get("META-INF/gatewayz/prompts/fixtures.EarningsAnalyst.json");
    Map<String, Object> catalogue = JsonTree.object(JsonTree.parse(json));
    assertThat(catalogue).containsEntry("interface", "fixtures.EarningsAnalyst");
    List<Object> prompts = JsonTree.list(catalogue.get("prompts"));
    assertThat(prompts).hasSize(2);
    Map<String, Object> summarise = JsonTree.object(prompts.get(0));
    assertThat(summarise)
        .containsEntry("id", "fixtures.EarningsAnalyst.summarise")
        .containsEntry("model", "gatewayz/openai/gpt-4o-mini")
        .containsEntry("options", Map.of("temperature", 0.2, "max_tokens", 600))
        .containsKeys("hash", "staticCharacters");
    assertThat(JsonTree.list(summarise.get("parameters")))
        .contains(
            Map.of("name", "points", "type", "int", "role", "variable"),
            Map.of(
                "name", "tickers", "type", "java.util.List<java.lang.String>", "role", "variable"));
    assertThat(JsonTree.object(JsonTree.list(summarise.get("messages")).get(0)))
        .containsEntry("role", "system")
        .containsEntry("template", "You are a sell-side analyst. Answer in {{language}}.");
  }

  @Test
  void itHoldsTheSchemasOfTypedAnswers() {
    Compilation compilation = Compilation.javac(Fixtures.read(Fixtures.file("good/Adapters.java")));
    String json = compilation.resources().get("META-INF/gatewayz/prompts/fixtures.Adapters.json");
    Map<String, Object> catalogue = JsonTree.object(JsonTree.parse(json));
    List<Object> prompts = JsonTree.list(catalogue.get("prompts"));
    assertThat(JsonTree.object(prompts.get(0)))
        .containsEntry("schemaName", "Brief")
        .containsEntry("strict", true)
        .containsEntry("options", Map.of());
    assertThat(JsonTree.object(JsonTree.object(prompts.get(0)).get("schema")))
        .containsEntry("properties", Map.of("title", Map.of("type", "string")));
    assertThat(JsonTree.object(prompts.get(1))).doesNotContainKey("schema");
  }
}
