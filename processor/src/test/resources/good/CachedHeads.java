package fixtures;

import dev.gatewayz.annotation.Example;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.History;
import dev.gatewayz.chat.Image;
import dev.gatewayz.chat.Message;
import java.util.List;

@GatewayzClient(
    model = "gatewayz/anthropic/claude-sonnet-4",
    system = "You are an analyst.",
    cache = true)
interface CachedHeads {
  /** More than a thousand characters that never change. */
  String RULES =
      "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
          + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\n";

  @GatewayzPrompt("Look at {{report}}.")
  String behindTheSystemMessage(String report);

  @GatewayzPrompt(
      value = "Look at {{report}}.",
      examples = {
        @Example(user = "One?", assistant = "1"),
        @Example(user = "{{report}}?", assistant = "2")
      })
  String behindTheConstantExample(String report);

  @GatewayzPrompt(value = "Look at {{report}}.", system = RULES + "Speak {{language}}.")
  String insideTheSystemMessage(String report, String language);

  @GatewayzPrompt(RULES + "Look at {{report}}.")
  String withAnImage(String report, Image image);

  @GatewayzPrompt("Look at {{report}}.")
  String beforeTheHistory(String report, @History List<Message> history);

  @GatewayzPrompt(value = "Look at {{report}}.", cache = false)
  String notAtAll(String report);
}
