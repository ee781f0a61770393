package dev.gatewayz.chat;

/** The form an answer must have. Wire name {@code response_format}. */
public sealed interface ResponseFormat {

  /** Any text, which is also what happens without a response format. */
  record PlainText() implements ResponseFormat {}

  /** Some JSON object; the prompt has to ask for JSON too. */
  record JsonObject() implements ResponseFormat {}

  /**
   * JSON that follows a schema.
   *
   * @param name 1 to 64 letters, digits, {@code _} and {@code -}
   * @param schema the JSON Schema, as JSON text
   * @param strict whether the answer must follow the schema to the letter
   */
  record JsonSchema(String name, String schema, boolean strict) implements ResponseFormat {}

  /** Any text. */
  static ResponseFormat text() {
    return new PlainText();
  }

  /** Some JSON object. */
  static ResponseFormat jsonObject() {
    return new JsonObject();
  }

  /** JSON that follows the schema to the letter. */
  static ResponseFormat jsonSchema(String name, String schema) {
    return new JsonSchema(name, schema, true);
  }
}
