package dev.gatewayz.annotation;

/** How the request of a typed prompt tells the model what its answer must look like. */
public enum SchemaForm {
  /**
   * The best form that the model takes: the first of those below, unless the model is known not to
   * take it, or the gateway has said so. What it said is remembered, for each model and API base.
   */
  AUTO,

  /** A JSON Schema as {@code response_format}, which servers can enforce. */
  JSON_SCHEMA,

  /** {@code response_format} demands a JSON object, and the system message says which. */
  JSON_OBJECT,

  /** The system message alone says what the answer must look like. */
  PROMPT
}
