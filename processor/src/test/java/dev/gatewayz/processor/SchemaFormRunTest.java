package dev.gatewayz.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.testkit.MockGateway;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Generated clients tell a model what its answer must look like in the form they are to. */
class SchemaFormRunTest {
  private static final String TYPE =
      """
      Answer with one JSON object of this type and nothing else: no Markdown, no comments. Write \
      every member.

      {
        // one sentence \\\\ é
        "headline": string,
        // 1 to 3 elements
        // each: text of at most 20 characters
        "bullets": string[],
        // how it sounds
        "mood": "GOOD" | "BAD",
        // date, as 2026-01-31
        "due": string | null,
        "next": {
          "type": "Call",
          // a name
          // as in the register
          "who": string
        } | {
          "type": "Nothing"
        }
      }""";

  private static RecordingGateway gateway;
  private static Compilation compilation;
  private static Generated client;

  @BeforeAll
  static void start() throws IOException {
    gateway = new RecordingGateway();
    gateway.answer(
        "{\"headline\":\"h\",\"bullets\":[\"b\"],\"mood\":\"GOOD\",\"due\":null,"
            + "\"next\":{\"type\":\"Nothing\"}}");
    compilation =
        new Compilation.Setup()
            .replacingOptions()
            .compile(
                """
                package forms;
                import dev.gatewayz.annotation.*;
                import java.time.LocalDate;
                import java.util.*;
                @GatewayzClient(model = "gatewayz/openai/gpt-4o", schema = SchemaForm.JSON_OBJECT)
                public interface Forms {
                  @GatewayzPrompt("Write.") Brief usual();
                  @GatewayzPrompt(value = "Write.", schema = SchemaForm.PROMPT) Brief words();
                  @GatewayzPrompt(value = "Write.", schema = SchemaForm.JSON_SCHEMA) Brief schema();
                  @GatewayzPrompt(value = "Write.", schema = SchemaForm.AUTO) Brief any();
                  @GatewayzPrompt(value = "Write.", unset = "schema") Brief unset();
                  @GatewayzPrompt(value = "Write.", unset = "schema",
                      model = "gatewayz/anthropic/claude-sonnet-4-5", system = "Be brief.")
                  Brief claude();
                  @GatewayzPrompt("Write.") String text();
                  record Brief(
                      @Describe("one sentence \\\\ \\u00e9") String headline,
                      @Size(min = 1, max = 3) List<@Size(max = 20) String> bullets,
                      @Describe("how it sounds") Mood mood,
                      Optional<LocalDate> due,
                      Next next) {}
                  enum Mood { GOOD, BAD }
                  sealed interface Next {}
                  record Call(@Describe("a name\\nas in the register") String who) implements Next {}
                  record Nothing() implements Next {}
                }
                """);
    client = Generated.of(compilation, "forms.GatewayzForms", gateway.gatewayz());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String request(String prompt) {
    client.call(prompt);
    return gateway.request();
  }

  private static String system(String prompt) {
    Map<String, Object> body = JsonTree.object(JsonTree.parse(request(prompt)));
    Map<String, Object> first = JsonTree.object(JsonTree.list(body.get("messages")).get(0));
    assertThat(first).containsEntry("role", "system");
    return (String) first.get("content");
  }

  @Test
  void theInterfaceSaysWhichAndAPromptSaysOtherwise() {
    assertThat(request("usual"))
        .contains("\"response_format\":{\"type\":\"json_object\"}", "Answer with one JSON object");
    assertThat(request("words"))
        .contains("Answer with one JSON object")
        .doesNotContain("response_format");
    for (String prompt : List.of("schema", "any", "unset")) {
      assertThat(request(prompt))
          .contains("\"response_format\":{\"type\":\"json_schema\"")
          .doesNotContain("Answer with one JSON object");
    }
    assertThat(request("text")).doesNotContain("response_format", "Answer with one");
  }

  @Test
  void theTypeIsWrittenForModels() {
    assertThat(system("words")).isEqualTo(TYPE.replace("\\\\", "\\"));
    assertThat(system("claude")).isEqualTo("Be brief.\n\n" + TYPE.replace("\\\\", "\\"));
  }

  /** The mock reads the notation and nothing else, and the generated reader what it answers. */
  @Test
  void whoReadsTheTypeCanAnswer() {
    String source = TypedShapes.source(40, 5).replace("gatewayz/a/b", "gatewayz/anthropic/a");
    Compilation shapes = new Compilation.Setup().replacingOptions().compile(source);
    try (MockGateway mock = MockGateway.start();
        Gatewayz mocked =
            Gatewayz.builder().apiKey("k").apiBase(mock.apiBase().toString()).build()) {
      Generated readers = Generated.of(shapes, "shapes.GatewayzShapes", mocked);
      for (int i = 0; i < 40; i++) {
        assertThat(readers.call("p" + i)).as("p" + i).isNotNull();
      }
      assertThat(mock.requests())
          .hasSize(40)
          .noneMatch(request -> request.bodyText().contains("response_format"));
    }
  }

  @Test
  void aFormThatWasChosenBelongsToTheHash() {
    String json = compilation.resources().get("META-INF/gatewayz/prompts/forms.Forms.json");
    Map<String, String> hashes = new HashMap<>();
    for (Object entry : JsonTree.list(JsonTree.object(JsonTree.parse(json)).get("prompts"))) {
      Map<String, Object> prompt = JsonTree.object(entry);
      hashes.put(
          ((String) prompt.get("id")).substring("forms.Forms.".length()),
          (String) prompt.get("hash"));
    }
    assertThat(hashes.get("any")).isEqualTo(hashes.get("unset"));
    assertThat(List.of("usual", "words", "schema", "any").stream().map(hashes::get))
        .doesNotHaveDuplicates();
    assertThat(json).contains("\"schemaForm\": " + Json.string("PROMPT"));
  }

  @Test
  void aTypeThatFillsClassFilesIsWrittenInPieces() {
    StringBuilder components = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      components
          .append(i == 0 ? "" : ", ")
          .append("@Describe(\"" + "long ".repeat(100) + "\") String s" + i);
    }
    Compilation large =
        new Compilation.Setup()
            .replacingOptions()
            .compile(
                """
                package large;
                import dev.gatewayz.annotation.*;
                @GatewayzClient(model = "gatewayz/a/b")
                public interface Large {
                  @GatewayzPrompt("Go.") Wide go();
                  record Wide(%s) {}
                }
                """
                    .formatted(components));
    assertThat(large.log()).isEmpty();
  }
}
