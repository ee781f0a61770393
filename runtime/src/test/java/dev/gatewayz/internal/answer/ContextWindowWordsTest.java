package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of many servers, whole, in a 502, and inside a good answer. */
class ContextWindowWordsTest {
  private static final CallInfo CALL = CallInfo.builder().model("gatewayz/a/b").build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        // OpenAI, Azure, OpenRouter
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. Please reduce the length of the messages.",
        "Your input exceeds the context window of this model. Please adjust your input and try again.",
        "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 300000 tokens.",
        "This endpoint's maximum context length is 32768 tokens. However, you requested about 40000 tokens (39000 of text input, 1000 in the output).",
        // Anthropic, Bedrock
        "prompt is too long: 1022145 tokens > 1000000 maximum",
        "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again",
        "Input is too long for requested model.",
        "An error occurred (ValidationException) when calling the InvokeModel operation: Input is too long for requested model.",
        "Too many input tokens. Max input tokens: 8192, request input token count: 9000",
        "ValidationException: The model returned the following errors: prompt is too long: 210000 tokens > 200000 maximum",
        // Gemini, Vertex
        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
        "Unable to submit request because the input token count is 40000 but model only supports up to 32768.",
        "The input token count exceeds the maximum number of tokens allowed 1048576.",
        // vLLM, SGLang, TGI
        "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4000 in the messages, 1000 in the completion).",
        "The decoder prompt (length 5000) is longer than the maximum model length of 4096.",
        "The prompt (total length 5000) is too long to fit into the model (context length 4096).",
        "Input length (5000) exceeds model's maximum context length (4096).",
        "The input (5000 tokens) is longer than the model's context length (4096 tokens).",
        "Requested token count exceeds the model's maximum context length of 4096 tokens.",
        "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens and 100 `max_new_tokens`",
        "Input validation error: `inputs` must have less than 1024 tokens. Given: 1400",
        // llama.cpp, LM Studio, Ollama
        "input (4500 tokens) is too large to process. increase the physical batch size (current batch size: 512)",
        "the request exceeds the available context size, try increasing it",
        "request (5000 tokens) exceeds the available context size (4096 tokens)",
        "Requested tokens (5000) exceed context window of 4096",
        "The number of tokens to keep from the initial prompt is greater than the context length.",
        "the input length exceeds the context length",
        // Mistral, Cohere, Groq, Cerebras, xAI
        "Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length",
        "too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 5012. Try using a shorter prompt",
        "too many tokens: size limit exceeded by 3 tokens. Try using shorter or fewer inputs",
        "Please reduce the length of the messages or completion.",
        "Please reduce the length of the messages or completion. Current length is 9000 while limit is 8192",
        "This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
        // Fireworks, Cloudflare, GitHub Models, MiniMax, Moonshot, Zhipu, Qwen, watsonx, Nvidia
        "The prompt is too long: 9000, model maximum context length: 8191",
        "The estimated number of input and maximum output tokens (5000) exceeded this model context window limit (4096).",
        "Request body too large for gpt-4o model. Max size: 8000 tokens.",
        "context window exceeds limit (2013)",
        "Invalid request: Your request exceeded model token limit: 8192",
        "Prompt exceeds max length",
        "Range of input length should be [1, 30720]",
        "the number of input tokens 5000 cannot exceed the total tokens limit 4096 for this model",
        "Input length 5000 exceeds maximum allowed token size 4096",
        // Perplexity, LiteLLM, GitHub Copilot, Volcengine, newer vLLM and LM Studio
        "The total length of all messages is too long.",
        "litellm.ContextWindowExceededError: AnthropicError - {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"too much\"}}",
        "litellm.BadRequestError: AnthropicException - b'{\"type\":\"error\",\"error\":{\"message\":\"prompt is too long: 209303 tokens > 200000 maximum\"}}'. Received Model Group=x",
        "API error (400): {\"error\":{\"message\":\"prompt is too long: 209303 tokens > 200000 maximum\"}}",
        "prompt token count of 140000 exceeds the limit of 128000",
        "Input length 133001 exceeds the maximum length 131072.",
        "Total tokens of image and text exceed max message tokens",
        "total tokens in prompt (9000) and max_tokens exceed the model's limit of 8192",
        "the total number of tokens in the input exceeds the maximum of 8192",
        "You passed 4097 input tokens and requested 0 output tokens. However, the model's context length is only 4096 tokens, resulting in a maximum input length of 4095 tokens.",
        "max_tokens must be at least 1, got -12.",
        "Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.",
      })
  void prompts(String words) {
    assertThat(of(400, words)).as("whole").isInstanceOf(ContextWindowExceededException.class);
    assertThat(of(413, words)).as("413").isInstanceOf(ContextWindowExceededException.class);
    assertThat(of(500, words)).as("500").isInstanceOf(ContextWindowExceededException.class);
    assertThat(of(0, words)).as("event").isInstanceOf(ContextWindowExceededException.class);
    String passedOn = "Error code: 400 - {'error': {'message': " + json(words) + "}}";
    assertThat(of(0, passedOn)).as("passed on").isInstanceOf(ContextWindowExceededException.class);
    assertThat(of(502, "Provider 'p' returned an error for model 'm': " + passedOn))
        .as("502")
        .isInstanceOf(ContextWindowExceededException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Request too large for gpt-4o in organization org-1 on tokens per min (TPM): Limit 30000, Requested 40000. The input or output tokens must be reduced in order to run successfully.",
        "Request too large for model `llama` on tokens per minute (TPM): Limit 6000, Requested 8000, please reduce your message size and try again.",
        "This request would exceed your organization's rate limit of 40,000 input tokens per minute.",
        "Number of request tokens has exceeded your per-minute rate limit",
        "Too many tokens, please wait before trying again.",
        "You exceeded the maximum number of tokens allowed per day",
        "Quota exceeded for input token count per minute: the input token count exceeds your quota",
        "max_tokens is too large: 10000. This model supports at most 4096 completion tokens",
        "The maximum tokens you requested exceeds the model limit of 8192",
        "Unsupported parameter: 'context_length'",
        "The parameter context_length_exceeded_behavior is unknown",
        "The title 'prompt is too long' is taken",
        "Set the context window with num_ctx",
        "max_tokens must be at least 1, got 0.",
        "Daily token limit exceeded: total tokens exceed the limit of 500000",
        "The total length of images in the request exceeds the limit of 5 MB",
        "Number of tools exceeds the maximum of 128",
        "The request line 'input tokens exceed the limit' is mentioned",
        "string too long. Expected a string with maximum length 10485760",
      })
  void otherThings(String words) {
    for (int status : new int[] {0, 400, 413, 429, 502}) {
      assertThat(of(status, words))
          .as(status + "")
          .isNotInstanceOf(ContextWindowExceededException.class);
    }
  }

  private static String json(String words) {
    return new JsonBytes(words.length()).string(words).toString();
  }

  private static ApiException of(int status, String words) {
    String body = "{\"error\":{\"message\":" + json(words) + "}}";
    return new ApiErrors(CALL, null, text -> text)
        .of(new ErrorHead(status, null, null, null), ErrorBodyReader.read(body), body);
  }
}
