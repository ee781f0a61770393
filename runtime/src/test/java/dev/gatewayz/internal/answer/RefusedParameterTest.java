package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that would be good without one of its members. */
class RefusedParameterTest {
  private static final CallInfo CALL = CallInfo.builder().model("gatewayz/a/b").build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead. | max_tokens | max_completion_tokens",
        "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported. | temperature |",
        "Unrecognized request argument supplied: auto_web_search | auto_web_search |",
        "Unrecognized request arguments supplied: auto_web_search, stream_options | auto_web_search |",
        "Unknown parameter: 'auto_web_search'. | auto_web_search |",
        "Unknown parameter: 'stream_options.include_usage'. | stream_options |",
        "Invalid JSON payload received. Unknown name \"auto_web_search\": Cannot find field. | auto_web_search |",
        "property 'auto_web_search' is unsupported | auto_web_search |",
        "body.auto_web_search: Extra inputs are not permitted | auto_web_search |",
        "auto_web_search: Extra inputs are not permitted | auto_web_search |",
        "Extra inputs are not permitted, field: 'stream_options', value: {} | stream_options |",
        "create() got an unexpected keyword argument 'stream_options' | stream_options |",
        "max_tokens is not supported. Use max_completion_tokens instead. | max_tokens | max_completion_tokens",
        "`top_k` is not permitted | top_k |",
        "Validation: Unsupported parameter(s): `auto_web_search`, `stream_options` | auto_web_search |",
        "This model does not support temperature | temperature |",
        "invalid temperature: only 1 is allowed for this model | temperature |",
        "`temperature` and `top_p` cannot both be specified for this model. Please use only one. | top_p |",
        "UnsupportedParamsError: openai does not support parameters: ['seed'], for model=x | seed |",
        "anthropic does not support parameters: {'seed': 3}, for model=x. To drop these, change the settings. | seed |",
        "Extra inputs are not permitted: auto_web_search | auto_web_search |",
        "Additional properties are not allowed ('auto_web_search' was unexpected) | auto_web_search |",
        "[{'type': 'extra_forbidden', 'loc': ('body', 'auto_web_search'), 'msg': 'Extra inputs are not permitted', 'input': False}] | auto_web_search |",
        "Argument not supported on this model: presence_penalty | presence_penalty |",
        "Model x-4 does not support parameter stop | stop |",
        "`temperature` is deprecated for this model. | temperature |",
        "This model does not support 'json_schema' response format. Supported formats: json_object. | response_format |",
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model. | response_format |",
        "This response_format type is unavailable now | response_format |",
      })
  void aRefusalNamesIt(String words, String name, String instead) {
    String inside = "Error code: 400 - {'error': {'message': " + json(words) + "}}";
    assertThat(RefusedParameter.of(ErrorBodyReader.read(body(words))))
        .isEqualTo(new RefusedParameter(name, instead));
    for (ApiException e :
        new ApiException[] {of(400, words), of(422, words), of(0, inside), of(502, inside)}) {
      if (!words.startsWith("create()")) {
        assertThat(e).hasMessageContaining("extra(\"" + name + "\", null)");
      }
    }
  }

  @Test
  void theAdviceNamesTheSwitch() {
    assertThat(of(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."))
        .hasMessageContaining(
            "CallOptions.builder().extra(\"max_tokens\", null)"
                + ".extra(\"max_completion_tokens\", \"…\")");
    assertThat(of(400, "Unsupported value: 'temperature' does not support 0.2 with this model."))
        .hasMessageContaining(
            "unset = \"temperature\" on the prompt or"
                + " CallOptions.builder().extra(\"temperature\", null)");
    assertThat(of(400, "Unknown parameter: 'auto_web_search'."))
        .hasMessageContaining("Gatewayz.builder().extra(\"auto_web_search\", null)");
    assertThat(
            errors(
                400,
                "{\"error\":{\"message\":\"Not with this one\",\"code\":\"unsupported_parameter\",\"param\":\"top_p\"}}"))
        .hasMessageContaining("extra(\"top_p\", null)");
    ApiException listed =
        errors(
            422,
            "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"auto_web_search\"],\"msg\":\"Extra inputs are not permitted\"}]}");
    assertThat(listed).hasMessageContaining("extra(\"auto_web_search\", null)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid schema for response_format 'Review': In context=(), 'additionalProperties' is required to be supplied and to be false.",
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
        "Invalid value for 'temperature': 3 is above 2",
        "The tool 'x' says 'Unsupported parameter: max_tokens'",
        "max_tokens is too large: 10000",
        "response_format is missing a schema",
        "This model does not support stopping early",
        "temperature is not permitted to be above 2",
      })
  void nothingElseDoes(String words) {
    assertThat(RefusedParameter.of(ErrorBodyReader.read(body(words)))).isNull();
    assertThat(of(400, words)).hasMessageContaining("Correct the request.");
  }

  /** What no request can be without is never to be left out. */
  @Test
  void aStreamIsNotAdvisedAgainst() {
    assertThat(
            errors(
                400,
                "{\"error\":{\"message\":\"Your organization must be verified to stream this model.\","
                    + "\"code\":\"unsupported_value\",\"param\":\"stream\"}}"))
        .hasMessageContaining("Correct the request.");
  }

  @Test
  void otherStatusesRefuseNothing() {
    for (int status : new int[] {401, 403, 404, 500, 503}) {
      assertThat(of(status, "Unknown parameter: 'auto_web_search'.").getMessage())
          .doesNotContain("extra(");
    }
  }

  private static String json(String words) {
    return new JsonBytes(words.length()).string(words).toString();
  }

  private static ApiException of(int status, String words) {
    return errors(status, body(words));
  }

  private static String body(String words) {
    return "{\"error\":{\"message\":" + json(words) + "}}";
  }

  private static ApiException errors(int status, String body) {
    return new ApiErrors(CALL, null, text -> text)
        .of(new ErrorHead(status, null, null, null), ErrorBodyReader.read(body), body);
  }
}
