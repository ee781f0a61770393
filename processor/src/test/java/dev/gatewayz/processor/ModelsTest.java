package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway says of its models is read as it comes; a file that is not whole is refused. */
class ModelsTest {
  private static final String CALLER =
      """
      package run;
      import dev.gatewayz.annotation.*;
      @GatewayzClient(model = "gatewayz/a/b")
      interface Caller {
        @GatewayzPrompt("Twelve chars{{text}}") String call(String text);
      }
      """;

  @TempDir Path folder;

  private Compilation compile(String models) throws IOException {
    Path file = Files.writeString(folder.resolve("models.json"), models);
    return new Compilation.Setup().replacingOptions("-Agatewayz.models=" + file).compile(CALLER);
  }

  private static Map<String, Object> prompt(Compilation compilation) {
    String json = compilation.resources().get("META-INF/gatewayz/prompts/run.Caller.json");
    Map<String, Object> catalogue = JsonTree.object(JsonTree.parse(json));
    return JsonTree.object(JsonTree.list(catalogue.get("prompts")).get(0));
  }

  @Test
  void theCatalogueOfPromptsSaysWhatACallCostsAtLeast() throws IOException {
    Compilation known =
        compile(
            """
            {"data": [{"id": "a/b", "pricing": {"prompt": "0.00000015", "completion": "1"}},
              {"id": "a/b", "pricing": {"prompt": 0.0000003}}]}
            """);
    assertThat(known.log()).isEmpty();
    assertThat(prompt(known)).containsEntry("leastCost", "0.00000045");
    assertThat(prompt(compile("{\"data\": [{\"id\": \"a/b\"}]}"))).doesNotContainKey("leastCost");
    assertThat(prompt(compile("[{\"id\": \"a/b\", \"pricing\": {\"prompt\": \"free\"}}]")))
        .doesNotContainKey("leastCost");
    assertThat(prompt(Compilation.javac(CALLER))).doesNotContainKey("leastCost");
  }

  @Test
  void pagesMayStandInAList() throws IOException {
    Compilation compilation =
        compile(
            """
            [{"data": [{"id": "x/y"}], "total": 2, "has_more": true, "next_offset": 1},
             {"data": [{"id": "a/b"}], "total": 2, "has_more": false, "next_offset": null}]
            """);
    assertThat(compilation.log()).isEmpty();
  }

  @Test
  void aFileThatIsNoCatalogueIsOneMistake() throws IOException {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("", "it breaks off in line 1");
    wrong.put("{\"data\": [\n{\"id\": \"a/b\", \"na", "it breaks off in line 2");
    wrong.put("<html>", "it is not JSON in line 1");
    wrong.put("{\"data\": [{\"id\": \"a/b\"}]} x", "it is not JSON in line 1");
    wrong.put("{\"error\": {\"message\": \"No key.\"}}", "it is not the answer of GET /v1/models");
    wrong.put("null", "no more than null");
    wrong.put("3", "it is not the answer of GET /v1/models");
    wrong.put("{\"data\": []}", "it has no models");
    wrong.put("{\"data\": [{\"name\": \"B\"}]}", "a model in it has no id");
    wrong.put(
        "{\"data\": [{\"id\": \"a/b\"}], \"total\": 3, \"has_more\": true}",
        "it has 1 models of 3");
    wrong.put("{\"data\": [{\"id\": \"a/b\"}], \"has_more\": true}", "it has 1 models of more");
    for (Map.Entry<String, String> file : wrong.entrySet()) {
      Compilation compilation = compile(file.getKey());
      assertThat(compilation.codes()).as(file.getKey()).containsExactly("GZ8002");
      assertThat(compilation.log())
          .as(file.getKey())
          .contains("-Agatewayz.models=", file.getValue());
    }
  }

  @Test
  void aFileThatIsNotThereIsOneMistake() {
    Compilation compilation =
        new Compilation.Setup().replacingOptions("-Agatewayz.models=/no/such").compile(CALLER);
    assertThat(compilation.codes()).containsExactly("GZ8002");
    assertThat(compilation.log()).contains("there is no file /no/such");
  }
}
