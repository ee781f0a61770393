package dev.gatewayz.chat;

import dev.gatewayz.internal.syntax.JsonSyntax;

/**
 * The form an answer must have. Wire name {@code response_format}. There may be more forms one day,
 * so a {@code switch} over them needs a default.
 */
public sealed interface ResponseFormat
    permits ResponseFormat.PlainText,
        ResponseFormat.JsonObject,
        ResponseFormat.JsonSchema,
        OtherFormat {

  /** Any text, which is also what happens without a response format. */
  record PlainText() implements ResponseFormat {}

  /** Some JSON object; the prompt has to ask for JSON too. */
  record JsonObject() implements ResponseFormat {}

  /** JSON that follows a schema. */
  final class JsonSchema implements ResponseFormat {
    private final String name;
    private final String schema;
    private final boolean strict;

    private JsonSchema(String name, String schema, boolean strict) {
      this.name = Tool.requireName(name);
      this.schema = JsonSyntax.requireValue("The schema " + name, schema);
      this.strict = strict;
    }

    /** {@return its name: 1 to 64 letters, digits, {@code _} and {@code -}} */
    public String name() {
      return name;
    }

    /** {@return the JSON Schema, as JSON text} */
    public String schema() {
      return schema;
    }

    /** {@return whether the answer must follow the schema to the letter} */
    public boolean strict() {
      return strict;
    }

    /** {@return the same schema, to be followed loosely} */
    public JsonSchema loose() {
      return new JsonSchema(name, schema, false);
    }

    @Override
    public String toString() {
      return "JsonSchema[" + name + "]";
    }
  }

  /** {@return any text} */
  static ResponseFormat text() {
    return new PlainText();
  }

  /**
   * {@return some JSON object, whatever its members} Many servers demand that a message asks for
   * JSON, too.
   */
  static ResponseFormat jsonObject() {
    return new JsonObject();
  }

  /**
   * {@return JSON that follows a schema to the letter}
   *
   * @param name 1 to 64 letters, digits, {@code _} and {@code -}
   * @param schema the JSON Schema, as JSON text
   * @throws IllegalArgumentException if the name is none, or the schema is not JSON
   */
  static JsonSchema jsonSchema(String name, String schema) {
    return new JsonSchema(name, schema, true);
  }
}
