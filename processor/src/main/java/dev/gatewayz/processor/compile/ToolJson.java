package dev.gatewayz.processor.compile;

import dev.gatewayz.internal.binding.Json;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.model.ToolDefinition;
import dev.gatewayz.processor.schema.SchemaWriter;

/** Writes a tool as an element of the list in the request. */
final class ToolJson {
  private ToolJson() {}

  static ToolDefinition write(Tool tool) {
    return new ToolDefinition(
        tool,
        "{\"type\":\"function\",\"function\":{\"name\":"
            + Json.string(tool.name())
            + ",\"description\":"
            + Json.string(tool.description())
            + ",\"parameters\":"
            + SchemaWriter.write(tool.arguments())
            + (tool.arguments().strict() ? ",\"strict\":true" : "")
            + "}}");
  }
}
