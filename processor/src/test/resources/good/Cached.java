package fixtures;

import dev.gatewayz.annotation.Example;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.annotation.GatewayzTool;

@GatewayzClient(
    model = "gatewayz/anthropic/claude-sonnet-4",
    system = "You are an analyst.",
    cache = true)
interface Cached {
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

  @GatewayzPrompt(
      value = RULES + "Look at {{report}}.",
      examples = {
        @Example(user = "One?", assistant = "1"),
        @Example(user = "Two?", assistant = "2")
      },
      tools = Archive.class)
  String atAllFour(String report);

  @GatewayzPrompt(value = "Look at {{report}}.", unset = "cache", tools = Archive.class)
  String undone(String report);

  final class Archive {
    @GatewayzTool("Finds reports.")
    String find(String words) {
      return words;
    }

    @GatewayzTool("Counts reports.")
    int count() {
      return 1;
    }
  }
}
