package fixtures;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.util.List;

/**
 * Implements {@link CachedHeads}.
 */
@GatewayzGenerated(
    format = 1
)
class GatewayzCachedHeads implements CachedHeads {
  static final String BEHIND_THE_SYSTEM_MESSAGE_ID = "fixtures.CachedHeads.behindTheSystemMessage";

  static final String BEHIND_THE_CONSTANT_EXAMPLE_ID = "fixtures.CachedHeads.behindTheConstantExample";

  static final String INSIDE_THE_SYSTEM_MESSAGE_ID = "fixtures.CachedHeads.insideTheSystemMessage";

  static final String WITH_AN_IMAGE_ID = "fixtures.CachedHeads.withAnImage";

  static final String BEFORE_THE_HISTORY_ID = "fixtures.CachedHeads.beforeTheHistory";

  static final String NOT_AT_ALL_ID = "fixtures.CachedHeads.notAtAll";

  private static final Prompt BEHIND_THE_SYSTEM_MESSAGE = Prompt.of(
      BEHIND_THE_SYSTEM_MESSAGE_ID, "575def9abd56391f",
      "gatewayz/anthropic/claude-sonnet-4",
      "",
      "{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"You are an analyst.\",\"cache_control\":{\"type\":\"ephemeral\"}}]},{\"role\":\"user\",\"content\":\"Look at ",
      ".\"}");

  private static final Prompt BEHIND_THE_CONSTANT_EXAMPLE = Prompt.of(
      BEHIND_THE_CONSTANT_EXAMPLE_ID, "6c244bb9c2afda58",
      "gatewayz/anthropic/claude-sonnet-4",
      "",
      "{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"You are an analyst.\",\"cache_control\":{\"type\":\"ephemeral\"}}]},{\"role\":\"user\",\"content\":\"One?\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"1\",\"cache_control\":{\"type\":\"ephemeral\"}}]},{\"role\":\"user\",\"content\":\"",
      "?\"},{\"role\":\"assistant\",\"content\":\"2\"},{\"role\":\"user\",\"content\":\"Look at ",
      ".\"}");

  private static final Prompt INSIDE_THE_SYSTEM_MESSAGE = Prompt.of(
      INSIDE_THE_SYSTEM_MESSAGE_ID, "1dd6b0ecc97649d4",
      "gatewayz/anthropic/claude-sonnet-4",
      "",
      "{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\\nSpeak \",\"cache_control\":{\"type\":\"ephemeral\"}},{\"type\":\"text\",\"text\":\"",
      ".\"}]},{\"role\":\"user\",\"content\":\"Look at ",
      ".\"}");

  private static final Prompt WITH_AN_IMAGE = Prompt.of(
      WITH_AN_IMAGE_ID, "d9f21475aa090b10",
      "gatewayz/anthropic/claude-sonnet-4",
      "",
      "{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"You are an analyst.\",\"cache_control\":{\"type\":\"ephemeral\"}}]},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\\nLook at \",\"cache_control\":{\"type\":\"ephemeral\"}},{\"type\":\"text\",\"text\":\"",
      ".\"}",
      "]}");

  private static final Prompt BEFORE_THE_HISTORY = Prompt.of(
      BEFORE_THE_HISTORY_ID, "575def9abd56391f",
      "gatewayz/anthropic/claude-sonnet-4",
      "",
      "{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"You are an analyst.\",\"cache_control\":{\"type\":\"ephemeral\"}}]},",
      "{\"role\":\"user\",\"content\":\"Look at ",
      ".\"}");

  private static final Prompt NOT_AT_ALL = Prompt.of(
      NOT_AT_ALL_ID, "2d28cc2bbbe464db",
      "gatewayz/anthropic/claude-sonnet-4",
      "",
      "{\"role\":\"system\",\"content\":\"You are an analyst.\"},{\"role\":\"user\",\"content\":\"Look at ",
      ".\"}");

  private final PromptClient client;

  GatewayzCachedHeads(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.CachedHeads", BEHIND_THE_SYSTEM_MESSAGE_ID,
        BEHIND_THE_CONSTANT_EXAMPLE_ID, INSIDE_THE_SYSTEM_MESSAGE_ID, WITH_AN_IMAGE_ID,
        BEFORE_THE_HISTORY_ID, NOT_AT_ALL_ID);
  }

  @Override
  public String behindTheSystemMessage(String report) {
    return client.call(BEHIND_THE_SYSTEM_MESSAGE.render().then(0, "report", report).raw(1));
  }

  @Override
  public String behindTheConstantExample(String report) {
    return client.call(BEHIND_THE_CONSTANT_EXAMPLE.render().then(0, "report", report)
        .then(1, "report", report).raw(2));
  }

  @Override
  public String insideTheSystemMessage(String report, String language) {
    return client.call(INSIDE_THE_SYSTEM_MESSAGE.render().then(0, "language", language)
        .then(1, "report", report).raw(2));
  }

  @Override
  public String withAnImage(String report, Image image) {
    return client.call(WITH_AN_IMAGE.render().then(0, "report", report).raw(1)
        .part("image", image).raw(2));
  }

  @Override
  public String beforeTheHistory(String report, List<Message> history) {
    return client.call(BEFORE_THE_HISTORY.render().raw(0).history("history", history)
        .then(1, "report", report).raw(2));
  }

  @Override
  public String notAtAll(String report) {
    return client.call(NOT_AT_ALL.render().then(0, "report", report).raw(1));
  }
}
