package dev.gatewayz.processor.model;

/**
 * What requests say of a tool.
 *
 * @param json the element of their list of tools
 */
public record ToolDefinition(Tool tool, String json) {}
