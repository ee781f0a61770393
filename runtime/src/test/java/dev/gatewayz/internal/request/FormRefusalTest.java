package dev.gatewayz.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what refuses a form is taken for that. */
class FormRefusalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This model does not support 'json_schema' response format. Supported formats: json_object.",
        "This model does not support response format `json_schema`. See supported models at …",
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this"
            + " model. Learn more about supported models at …",
        "This response_format type is unavailable now",
        "json_schema is not supported",
        "response_format json_schema is not supported for this model",
        "The model doesn't support the response_format parameter.",
        "This model doesn’t currently support structured outputs",
        "Structured outputs are not supported on this model.",
        "JSON mode is not enabled for this model",
        "Json mode response is not supported when enable_thinking is true",
        "`response_format` is currently not available for deepseek-reasoner",
        "response_format value as json_schema is enabled only for api versions 2024-08-01-preview"
            + " and later",
        "Unrecognized request argument supplied: response_format",
        "Unknown parameter: 'response_format'.",
        "Unsupported parameter: 'response_format' is not supported with this model.",
        "body.response_format: Extra inputs are not permitted",
        "'json_schema' is not one of ['text', 'json_object'] - 'response_format.type'",
        "Invalid value: 'json_schema'. Supported values are: 'json_object' and 'text'.",
        "'response_format.type' : value must be one of [\"text\"]",
        "Invalid value for 'response_format.type': 'json_schema'.",
        "body.response_format.type: Input should be 'text' or 'json_object'",
        "\"response_format\":{\"type\":\"json_schema\"} is not supported for model x",
        "Structured Outputs is only supported in models of this year",
        "Function calling with a response mime type: 'application/json' is unsupported",
        "json mode cannot be combined with tool/function calling",
        "output_config.format: Extra inputs are not permitted",
        "This model does not support output format json_schema",
        "{\"error\":\"'response_format.type' must be 'json_schema' or 'text'\"}",
        "Error code: 400 - {'error': {'message': \"'response_format' of type 'json_object' is not"
            + " supported with this model.\"}}",
        "{\"error\":{\"context\":{\"parameter_value\":\"\\\"response_format\\\" is not supported\"}}}"
      })
  void refusals(String text) {
    assertThat(FormRefusal.says(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid schema for response_format 'Review': In context=(), 'additionalProperties' is"
            + " required to be supplied and to be false.",
        "Invalid schema for response_format 'R': In context=('properties', 'a'), 'minLength' is not"
            + " permitted.",
        "Invalid schema for response_format 'R': 'oneOf' is not supported.",
        "response_format.json_schema.schema: the keyword 'format' is not supported",
        "The server does not support the json_schema keyword 'pattern'.",
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
            + " 'json_object'.",
        "Missing required parameter: 'response_format.json_schema'.",
        "Unknown parameter: 'response_format.json_schema.note'.",
        "response_format.json_schema.name: string does not match pattern",
        "The response_format is fine, but tools are not supported.",
        "Unsupported value: 'temperature' does not support 0.2 with this model.",
        "Invalid value for parameter 'request'",
        "Schema is too complex for structured output",
        "json_schema: 'minItems' is not supported",
        "Invalid value for 'response_format.json_schema.name': 'a b'",
        "This model's maximum context length is 8192 tokens; response_format takes 90 of them."
      })
  void others(String text) {
    assertThat(FormRefusal.says(text)).isFalse();
  }
}
