package dev.gatewayz.processor.compile;

import dev.gatewayz.processor.model.Json;
import dev.gatewayz.processor.model.Tool;
import dev.gatewayz.processor.schema.SchemaWriter;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Writes tools as a member of the request. */
final class ToolsJson {
  private ToolsJson() {}

  /** The member that lists them; empty if there are none. */
  static Optional<String> write(List<Tool> tools) {
    if (tools.isEmpty()) {
      return Optional.empty();
    }
    StringJoiner json = new StringJoiner(",", "\"tools\":[", "]");
    tools.forEach(tool -> json.add(write(tool)));
    return Optional.of(json.toString());
  }

  private static String write(Tool tool) {
    return "{\"type\":\"function\",\"function\":{\"name\":"
        + Json.string(tool.name())
        + ",\"description\":"
        + Json.string(tool.description())
        + ",\"parameters\":"
        + SchemaWriter.write(tool.arguments())
        + (tool.arguments().strict() ? ",\"strict\":true" : "")
        + "}}";
  }
}
