package dev.gatewayz.processor.model;

/** How a model is told what its answer must look like, by the constants of the annotation. */
public enum SchemaForm {
  AUTO,
  JSON_SCHEMA,
  JSON_OBJECT,
  PROMPT;

  /** Whether requests may say it in words. */
  public boolean hasWords() {
    return this != JSON_SCHEMA;
  }
}
