package dev.gatewayz.processor.model;

import dev.gatewayz.internal.binding.Json;

/**
 * The schema that an answer is to follow.
 *
 * @param name what requests call it
 * @param schema JSON Schema, as JSON
 * @param strict whether the server is to enforce it
 * @param form how the model is told
 * @param words the schema as a model is told it in words
 */
public record ResponseFormat(
    String name, String schema, boolean strict, SchemaForm form, String words) {

  /** The member of the request that says so. */
  public String json() {
    return "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":"
        + Json.string(name)
        + ",\"strict\":"
        + strict
        + ",\"schema\":"
        + schema
        + "}}";
  }
}
