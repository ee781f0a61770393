package dev.gatewayz.processor.model;

/**
 * The schema that an answer is to follow.
 *
 * @param name what requests call it
 * @param schema JSON Schema, as JSON
 * @param strict whether the server is to enforce it
 */
public record ResponseFormat(String name, String schema, boolean strict) {

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
