package dev.gatewayz.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what finds the schema of an answer too much is taken for that. */
class SchemaRefusalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Schema is too complex.",
        "output_config.format.schema: Schema is too complex for compilation",
        "Schema is too complex for structured output",
        "The schema is too complex to be served.",
        "output_config.format: the schema is too complex",
        "output_config.format.schema: Invalid schema: The compiled grammar is too large, which would"
            + " cause performance issues. Simplify your tool schemas or reduce the number of strict"
            + " tools.",
        "Grammar is too complex",
        "Grammar compilation timed out.",
        "Schemas contains too many optional parameters (30), which would make grammar compilation"
            + " inefficient. Reduce the number of optional parameters in your tool schemas"
            + " (limit: 24).",
        "Schemas contains too many parameters with union types (17 parameters with type arrays or"
            + " anyOf).",
        "The specified schema produces a constraint that has too many states for serving. Typical"
            + " causes of this error are schemas with lots of text, schemas with long array length"
            + " limits, or schemas using complex value matchers.",
        "A schema in GenerationConfig in the request exceeds the maximum allowed nesting depth.",
        "Invalid schema for response_format 'Review': 14 levels of nesting exceeds limit of 10.",
        "Invalid schema for response_format 'Review': 6000 parameters exceeds limit of 5000.",
        "Invalid schema for response_format 'Review': Expected at most 1000 enum values in total"
            + " within a schema when using structured outputs, but got 1205.",
        "Invalid schema for response_format 'Review': the total string length of all property names"
            + " and enum values exceeds 120000 characters.",
        "Invalid schema: too many properties",
        "Invalid schema for response_format: too many enum values",
        "response_format.json_schema: too many properties in the schema (101, limit 100)",
        "There are too many properties in your JSON schema.",
        "json_schema is too deeply nested",
        "Error code: 400 - {'error': {'message': \"Invalid schema for response_format 'r': 11 levels of"
            + " nesting exceeds limit of 10.\", 'param': 'text.format.schema', 'code':"
            + " 'invalid_json_schema'}}",
        "{\"error\":{\"message\":\"Grammar is too complex\",\"code\":400}}",
        "JSON schema exceeds the maximum size of 5000 characters"
      })
  void refusals(String text) {
    assertThat(SchemaRefusal.says(text)).isTrue();
    assertThat(FormRefusal.says(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid schema for response_format 'Review': In context=(), 'additionalProperties' is"
            + " required to be supplied and to be false.",
        "Invalid schema for response_format 'R': In context=('properties', 'a'), 'minLength' is not"
            + " permitted.",
        "Invalid schema for response_format 'R': 'oneOf' is not supported.",
        "Invalid schema for function 'look': 14 levels of nesting exceeds limit of 10.",
        "tools.0.custom.input_schema: Schema is too complex for compilation",
        "A FunctionDeclaration in the request exceeds the maximum allowed nesting depth.",
        "Invalid 'response_format.json_schema.name': string too long. Expected a string with maximum"
            + " length 64, but got a string with length 87 instead.",
        "This model's maximum context length is 8192 tokens; response_format takes 90 of them.",
        "prompt is too long: 1022145 tokens > 1000000 maximum",
        "The prompt is too large for the schema of this table.",
        "Too many tokens in the prompt.",
        "You sent too many requests; see the schema of limits.",
        "Request too large: the number of images exceeds 100.",
        "The server does not support the json_schema keyword 'pattern'.",
        "response_format.json_schema.name: string does not match pattern"
      })
  void others(String text) {
    assertThat(SchemaRefusal.says(text)).isFalse();
  }

  /** An error may say anything, and is looked through on the event loop. */
  @ParameterizedTest
  @ValueSource(
      strings = {"schema ", "too many ", "schema: a ", "at most 1 ", "schema 1 exceptional ", " "})
  void longTextsAreNoTrap(String part) {
    assertThat(SchemaRefusal.says(part.repeat(8 * 1024 / part.length()))).isFalse();
  }
}
