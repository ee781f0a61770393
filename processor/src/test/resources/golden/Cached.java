package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Tools;

/**
 * Implements {@link Cached}.
 */
@GatewayzGenerated(
    format = 1
)
class GatewayzCached implements Cached {
  static final String AT_ALL_FOUR_ID = "fixtures.Cached.atAllFour";

  static final String UNDONE_ID = "fixtures.Cached.undone";

  private static final String FIND_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"find\",\"description\":\"Finds reports.\",\"parameters\":{\"type\":\"object\",\"properties\":{\"words\":{\"type\":\"string\"}},\"required\":[\"words\"],\"additionalProperties\":false},\"strict\":true}}";

  private static final String COUNT_TOOL = "{\"type\":\"function\",\"function\":{\"name\":\"count\",\"description\":\"Counts reports.\",\"parameters\":{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false},\"strict\":true},\"cache_control\":{\"type\":\"ephemeral\"}}";

  private static final String COUNT_TOOL2 = "{\"type\":\"function\",\"function\":{\"name\":\"count\",\"description\":\"Counts reports.\",\"parameters\":{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false},\"strict\":true}}";

  private static final Prompt AT_ALL_FOUR = Prompt.of(
      AT_ALL_FOUR_ID, "b32de4028300970d",
      "gatewayz/anthropic/claude-sonnet-4",
      "\"tools\":["
      + String.join(",", FIND_TOOL, COUNT_TOOL)
      + "]",
      "{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"You are an analyst.\",\"cache_control\":{\"type\":\"ephemeral\"}}]},{\"role\":\"user\",\"content\":\"One?\"},{\"role\":\"assistant\",\"content\":\"1\"},{\"role\":\"user\",\"content\":\"Two?\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"2\",\"cache_control\":{\"type\":\"ephemeral\"}}]},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\\nLook at \",\"cache_control\":{\"type\":\"ephemeral\"}},{\"type\":\"text\",\"text\":\"",
      ".\"}]}");

  private static final Prompt UNDONE = Prompt.of(
      UNDONE_ID, "16a3ce94fd8c6fd7",
      "gatewayz/anthropic/claude-sonnet-4",
      "\"tools\":["
      + String.join(",", FIND_TOOL, COUNT_TOOL2)
      + "]",
      "{\"role\":\"system\",\"content\":\"You are an analyst.\"},{\"role\":\"user\",\"content\":\"Look at ",
      ".\"}");

  private final PromptClient client;

  private final Cached.Archive archive;

  private final Tools tools;

  GatewayzCached(Gatewayz gatewayz, Cached.Archive archive) {
    client = PromptClient.of(gatewayz, 1, "fixtures.Cached", AT_ALL_FOUR_ID, UNDONE_ID);
    this.archive = archive;
    tools = Tools.of(this::decodeTool, "find", "count");
  }

  @Override
  public String atAllFour(String report) {
    return client.call(AT_ALL_FOUR.render().then(0, "report", report).raw(1)
        .tools(this.tools, 8));
  }

  @Override
  public String undone(String report) {
    return client.call(UNDONE.render().then(0, "report", report).raw(1).tools(this.tools, 8));
  }

  private Tools.Invocation decodeTool(String tool, JsonIn in) {
    return switch (tool) {
      case "find" -> decodeFind(in);
      case "count" -> decodeCount(in);
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private Tools.Invocation decodeFind(JsonIn in) {
    String words = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "words" -> words = in.string();
        default -> in.skip();
      }
    }
    return callFind(in.required("words", words));
  }

  private Tools.Invocation callFind(String words) {
    return () -> archive.find(words);
  }

  private Tools.Invocation decodeCount(JsonIn in) {
    in.beginObject();
    while (in.nextMember()) {
      in.skip();
    }
    return callCount();
  }

  private Tools.Invocation callCount() {
    return () -> archive.count();
  }
}
