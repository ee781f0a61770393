package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What servers say about models, contents, keys and accounts, each with the statuses that it comes
 * with: 0 is an error inside a good answer, P0 one that a provider says there to the gateway, and
 * P502 the same in a 502.
 */
class ServerWordsTest {
  private static final CallInfo CALL = CallInfo.builder().model("gatewayz/a/b").build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "400,404,410,0,P0,P502 | ModelGone | The model `gemma-7b-it` has been decommissioned and is no longer supported.",
        "404,0 | ModelGone | The model `text-davinci-003` has been deprecated, learn more here: https://x",
        "404,0,P0 | ModelGone | The model 'gpt-4-32k' has been shut down",
        "404,0 | ModelGone | models/gemini-1.0-pro is no longer available. Please update your code to use a newer model",
        "400,404 | ModelGone | This model version has reached the end of its life. Please refer to the documentation",
        "404 | ModelGone | This model is marked as Legacy and you have not been using it for 30 days",
        "404,0 | ModelGone | claude-instant-1.2 has been retired",
        "404 | ModelGone | {'error':{'message':'x','code':'model_end_of_life'}}",
        "404,0,P0 | NotFound | {'error':{'message':'The model `m` does not exist or you do not have access to it.','code':'model_not_found'}}",
        "400,0,P0 | NotFound | x/y is not a valid model ID",
        "P502 | BadGateway 400 | x/y is not a valid model ID",
        "400,0 | NotFound | Invalid model name passed in model=foo. Call `/v1/models` to view available models.",
        "400,404,0 | NotFound | The model `foo` does not exist.",
        "400,404,0 | NotFound | {'error':'model foo not found'}",
        "400,0 | NotFound | Model Not Exist",
        "400,0 | NotFound | Unknown model: foo",
        "404,0 | NotFound | No endpoints found that support tool use. To learn more, visit: https://x",
        "400,0 | NotFound | The provided model identifier is invalid.",
        "400,0 | NotFound | Unable to access model foo. Please visit https://x to view the list of models.",
        "400,404,0 | NotFound | models/foo is not found for API version v1beta, or is not supported for generateContent.",
        "400,0 | NotFound | {'error':{'code':'unavailable_model','message':'Unavailable model: foo'}}",
        "400,0 | NotFound | No models loaded. Please load a model in the developer page.",
        "401,403,0 | NotFound | {'error':{'message':'key not allowed to access model. This key can only access a','type':'key_model_access_denied','code':'401'}}",
        "403 | NotFound | You don't have access to the model with the specified model ID.",
        "403 | NotFound | {'error':{'message':'Project `p` does not have access to model `m`','code':'model_not_found'}}",
        "403 | PermissionDenied | You don't have access to this resource.",
        // What the model cannot do is no fault of the request.
        "400,422,0 | NotFound | registry.ollama.ai/library/gemma:2b does not support tools",
        "400,0 | NotFound | gemma-2b is not a multimodal model",
        "400,0 | NotFound | Image inputs are not supported by this model.",
        "400,500,0 | NotFound | image input is not supported - hint: you may need to provide the mmproj",
        "400,0 | NotFound | At most 0 image(s) may be provided in one request.",
        "400,0 | NotFound | This model doesn't support tool use in streaming mode.",
        "400 | BadRequest | At most 5 images may be provided in one request.",
        "400 | BadRequest | The field 'x does not support tools' is unknown",
        // What the model wrote wrongly is none either.
        "400,422,0,P0,P502 | BadGateway | {'error':{'message':'Failed to call a function. Please adjust your prompt.','type':'invalid_request_error','code':'tool_use_failed'}}",
        "400,0,P0 | BadGateway | {'error':{'message':'Failed to generate JSON. Please adjust your prompt.','code':'json_validate_failed'}}",
        "400,0 | BadGateway | tool call validation failed: attempted to call tool x which was not in request.tools",
        "400,0 | BadGateway | The model has crashed without additional information. (Exit code: 6)",
        "424 | InternalServer | Request failed during generation: Server error: Out of memory",
        "501 | InternalServer | This server does not support embeddings.",
        "400 | BadRequest | The tool `foo` does not exist.",
        "400 | BadRequest | Invalid model parameter value: temperature",
        "400 | BadRequest | The file was not found: model.json",
        "400,0,P0 | ContentPolicy | Content Exists Risk",
        "400,0 | ContentPolicy | The request was rejected because it was considered high risk",
        "400,0,P502 | ContentPolicy | litellm.ContentPolicyViolationError: AzureException - The answer was removed",
        "400,0 | ContentPolicy | The prompt could not be submitted. It contains sensitive words that we do not take.",
        "400,0 | ContentPolicy | {'error':{'code':'1301','message':'系统检测到输入或生成内容可能包含不安全或敏感内容'}}",
        "400,0 | ContentPolicy | {'error':{'message':'x','code':'OutputTextSensitiveContentDetected'}}",
        "400 | BadRequest | The title 'Content Exists Risk' is taken",
        "0 | RateLimit | Rate limit reached for m on tokens per min (TPM): Limit 3, Used 2.",
        "0 | RateLimit | {'error':{'message':'Resource has been exhausted (e.g. check quota).','status':'RESOURCE_EXHAUSTED'}}",
        "0 | RateLimit | {'error':{'message':'x','type':'tokens'}}",
        "0 | RateLimit | {'error':{'type':'ThrottlingException','message':'Too many tokens, please wait before trying again.'}}",
        "0 | RateLimit | {'statusCode':429,'message':'x','error':'Too Many Requests'}",
        "0 | RateLimit | {'error':{'message':'x'},'status':429}",
        "429 | RateLimit GATEWAY | {'error':{'code':429,'message':'You exceeded your current quota, please check your plan. Please retry in 37s.','status':'RESOURCE_EXHAUSTED'}}",
        "429 | RateLimit UPSTREAM | litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached",
        "429 | RateLimit UPSTREAM | The engine is currently overloaded, please try again later",
        "429 | RateLimit UPSTREAM | {'error':{'code':'ServerOverloaded','message':'Unable to handle additional requests due to server overload.'}}",
        "429,498 | RateLimit UPSTREAM | Service tier capacity exceeded for this model.",
        "0 | ServiceUnavailable | {'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}",
        "529 | ServiceUnavailable | {'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}",
        "0 | ServiceUnavailable | {'error':{'message':'The model is busy.','status':'UNAVAILABLE'}}",
        "0 | ServiceUnavailable | The engine is currently overloaded, please try again later",
        "0 | ServiceUnavailable | We are currently experiencing high demand",
        "0 | GatewayTimeout | {'error':{'message':'x','status':'DEADLINE_EXCEEDED'}}",
        "0 | GatewayTimeout | upstream request timeout",
        "0 | InternalServer | {'error':{'message':'The server had an error. Sorry about that!','type':'server_error'}}",
        // The caller's account and key, wherever the status puts them.
        "402,429,0 | InsufficientCredits | {'error':{'message':'You exceeded your current quota, please check your plan and billing details.','type':'insufficient_quota','code':'insufficient_quota'}}",
        "402,0 | InsufficientCredits | Insufficient Balance",
        "402,0 | InsufficientCredits | This request requires more credits, or fewer max_tokens. You can only afford 200.",
        "403 | InsufficientCredits | {'code':30001,'message':'Sorry, your account balance is insufficient'}",
        "403 | InsufficientCredits | {'error':{'code':'AccountOverdueError','message':'Your account has an overdue balance.'}}",
        "400,0 | InsufficientCredits | Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing.",
        "403 | InsufficientCredits | {'code':'Some resource has been exhausted','error':'Your team has either used all available credits or reached its limit.'}",
        "400,429,0 | InsufficientCredits | Billing hard limit has been reached",
        "429 | InsufficientCredits | {'error':{'code':'1113','message':'Insufficient balance or no resource package. Please recharge.'}}",
        "400 | InsufficientCredits | {'error':{'message':'Please make sure your account is in good standing.','code':'Arrearage'}}",
        "400 | InsufficientCredits | {'error':{'message':'Budget has been exceeded! Current cost: 2.1, Max budget: 1.0','type':'budget_exceeded','code':'400'}}",
        "400,0 | Authentication | API key not valid. Please pass a valid API key.",
        "0 | Authentication | {'error':{'message':'denied','status':'UNAUTHENTICATED'}}",
        "0 | PermissionDenied | {'error':{'message':'denied','status':'PERMISSION_DENIED'}}",
        "400 | BadRequest | The field 'Insufficient Balance' is unknown",
        // The gateway's own.
        "P0,P502 | BadGateway 402 | Your credit balance is too low to access the Anthropic API.",
        "P0,P502 | BadGateway 401 | API key not valid. Please pass a valid API key.",
        "0,502 | BadGateway 402 | Error code: 429 - {'error': {'message': 'No quota', 'code': 'insufficient_quota'}}",
        "401 | Authentication upstream | litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key",
        "403,400,429,0 | RateLimit GATEWAY | Daily usage limit exceeded. Used: $1.2, Limit: $1.00.",
        "400,0 | RateLimit GATEWAY | 400: Monthly usage limit exceeded.",
      })
  void areUnderstood(String statuses, String kind, String words) {
    String body =
        words.startsWith("{")
            ? words.replace('\'', '"')
            : "{\"error\":{\"message\":" + new JsonBytes(9).string(words) + "}}";
    for (String status : statuses.split(",")) {
      ApiException e =
          switch (status) {
            case "P0" -> of(0, inside("Error code: 400 - " + body));
            case "P502" ->
                of(
                    502,
                    inside(
                        "Provider 'p' returned an error for model 'm': Error code: 400 - " + body));
            default -> of(Integer.parseInt(status), body);
          };
      assertThat(kindOf(e)).as(status).startsWith(kind);
    }
  }

  private static String inside(String words) {
    return "{\"error\":{\"message\":" + new JsonBytes(9).string(words) + "}}";
  }

  private static String kindOf(ApiException e) {
    String name = e.getClass().getSimpleName().replace("Exception", "");
    if (e instanceof RateLimitException limit) {
      return name + " " + limit.scope();
    }
    if (e instanceof BadGatewayException gateway) {
      return name + " " + gateway.upstreamStatus();
    }
    return e instanceof AuthenticationException refused && refused.isUpstream()
        ? name + " upstream"
        : name;
  }

  private static ApiException of(int status, String body) {
    return new ApiErrors(CALL, null, text -> text)
        .of(new ErrorHead(status, null, null, null), ErrorBodyReader.read(body), body);
  }
}
