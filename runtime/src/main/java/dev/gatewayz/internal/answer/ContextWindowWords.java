package dev.gatewayz.internal.answer;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * How servers say that prompt and answer do not fit the model. A limit of tokens in some time is
 * another thing, though the words are much the same.
 */
final class ContextWindowWords {
  static final Set<String> CODES =
      Set.of(
          "context_length_exceeded",
          "context_length_exceeded_error",
          "context_window_exceeded",
          "contextwindowexceedederror",
          "exceed_context_size_error",
          "model_context_window_exceeded",
          "prompt_too_long",
          "input_too_long",
          "model_max_prompt_tokens_exceeded",
          "tokens_limit_reached");

  private static final String WINDOW = "context(?:[ _-](?:length|window|size|limit))";

  private static final Pattern FULL =
      Pattern.compile(
          String.join(
              "|",
              // OpenAI, Azure, vLLM, Mistral, OpenRouter: This model's maximum context length is …
              "maximum " + WINDOW + "\\W{0,3}(?:is|of|for|allowed|\\d)",
              // vLLM, SGLang, llama.cpp, Anthropic, Cloudflare, OpenAI's newer models
              "(?:exceed\\w*|longer than|larger than|greater than|too large for|does not fit)"
                  + "\\b.{0,80}\\b"
                  + WINDOW,
              // MiniMax, Ollama
              WINDOW + "\\b.{0,20}\\b(?:is |was )?(?:exceed|overflow)",
              "exceed\\w* (?:the )?context\\b",
              "(?<!\\w)context_length_exceeded(?!\\w)",
              // Anthropic, Bedrock, Fireworks, vLLM: prompt is too long: … tokens > … maximum
              "\\b(?:prompt|inputs?|messages|request|context|conversation)(?: \\([^)]{0,80}\\))?"
                  + " (?:is|are) too long(?=:|\\.|,|;|$| for\\b| to fit\\b|\\n)",
              "too large for model with",
              // llama.cpp, of embeddings
              "\\binput (?:\\(\\d+ tokens\\) )?is too large to process\\b",
              // Perplexity, LiteLLM
              "length of all messages is too long",
              "\\bContextWindowExceededError\\b",
              // vLLM, LM Studio: what the window is, behind what did not fit
              "context length (?:is|of) only \\d",
              "max_tokens must be at least 1, got -\\d",
              // Gemini, on Vertex and off it
              "input token count\\b.{0,60}\\b(?:exceeds|only supports)",
              "exceeds? the maximum number of tokens",
              "input tokens? (?:length )?exceed",
              // Cohere, Bedrock
              "too many tokens: (?:total number|size limit)",
              "too many input tokens\\. max",
              "number of input tokens\\b.{0,40}\\bexceed",
              // TGI, Together, DeepInfra
              "inputs`? tokens \\+ `?max_new_tokens`? must be",
              "inputs`? must have less than \\d+ tokens",
              // xAI, Qwen, Zhipu, Moonshot, Nvidia, vLLM
              "maximum prompt length is",
              "range of input length should be",
              "prompt exceeds max(?:imum)? length",
              "exceed\\w* model token limit",
              "exceed\\w* (?:the )?maximum (?:allowed )?(?:input|token|sequence|prompt)"
                  + " (?:input )?(?:length|size)",
              "maximum input length is",
              "longer than the maximum model length",
              // GitHub Copilot, Volcengine, Novita and others: some length of the prompt is above
              // some most
              "\\b(?:prompt|input|messages?|total|request)\\b(?: \\w+)? (?:tokens?|length)\\b"
                  + "(?![^.;]{0,40}\\b(?:images?|output|completion|tools?|bytes|characters)\\b)"
                  + "[^.;]{0,60}\\bexceed\\w*\\b[^.;]{0,40}\\b(?:limit|max|maximum)\\b",
              "\\b(?:length|tokens) (?:of|in) (?:the |your )?(?:prompt|inputs?|messages)\\b"
                  + "[^.;]{0,60}\\bexceed\\w*\\b[^.;]{0,40}\\b(?:limit|max|maximum)\\b",
              "\\b(?:prompt|input) tokens? limit exceeded\\b",
              "tokens of image and text exceed",
              // Groq, Cerebras
              "reduce the length of the (?:messages|prompt|input)",
              "current length is \\d+ while (?:the )?limit is",
              // GitHub Models, LM Studio, llama-cpp-python
              "request body too large for .{0,60}\\bmax size: \\d+ tokens",
              "tokens to keep from the initial prompt is greater",
              "requested tokens \\(\\d+\\) exceed"),
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern PER_TIME =
      Pattern.compile(
          "\\bper[ -](?:second|sec|min|hour|day|week|month)|\\b(?:hourly|daily|weekly|monthly|today)\\b|\\bTP[SMHD]\\b|rate.?limit|\\bquota\\b"
              + "|please wait|too many requests",
          Pattern.CASE_INSENSITIVE);

  private ContextWindowWords() {}

  /** Whether a text says so. */
  static boolean areIn(String text) {
    return FULL.matcher(text).find() && !PER_TIME.matcher(text).find();
  }
}
