package dev.gatewayz.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What requests of a prompt say besides model, messages and format.
 *
 * @param settings members of the request: JSON text without braces
 * @param tools the tools that the model may have called
 */
public record RequestOptions(String settings, List<ToolDefinition> tools) {

  /** Copies the list. */
  public RequestOptions {
    tools = List.copyOf(tools);
  }

  /** All of it as members of the request, without braces. */
  public String json() {
    return tools.isEmpty()
        ? settings
        : beforeTools()
            + tools.stream().map(ToolDefinition::json).collect(Collectors.joining(","))
            + "]";
  }

  /** What stands before the first tool. */
  public String beforeTools() {
    return settings + (settings.isEmpty() ? "" : ",") + "\"tools\":[";
  }
}
