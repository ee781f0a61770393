package dev.gatewayz.telemetry;

import java.util.List;

/**
 * The names that the <a
 * href="https://github.com/open-telemetry/semantic-conventions-genai/tree/main/docs/gen-ai">semantic
 * conventions for generative AI</a> give to what is measured, and ours where they have none.
 */
final class Names {
  static final String DURATION = "gen_ai.client.operation.duration";
  static final String FIRST_CHUNK = "gen_ai.client.operation.time_to_first_chunk";
  static final String PER_CHUNK = "gen_ai.client.operation.time_per_output_chunk";
  static final String TOKENS = "gen_ai.client.token.usage";

  static final String CONCURRENCY_LIMIT = "gatewayz.client.concurrency.limit";
  static final String REQUEUED = "gatewayz.client.requeued";
  static final String GATEWAY = "gatewayz.gateway";

  static final String OPERATION = "gen_ai.operation.name";
  static final String CHAT = "chat";
  static final String EMBEDDINGS = "embeddings";
  static final String EXECUTE_TOOL = "execute_tool";
  static final String TOOL = "gen_ai.tool.name";
  static final String TOOL_CALL_ID = "gen_ai.tool.call.id";
  static final String TOOL_TYPE = "gen_ai.tool.type";
  static final String FUNCTION = "function";
  static final String PROVIDER = "gen_ai.provider.name";
  static final String GATEWAYZ = "gatewayz";
  static final String REQUEST_MODEL = "gen_ai.request.model";
  static final String STREAM = "gen_ai.request.stream";
  static final String TOKEN_TYPE = "gen_ai.token.type";
  static final String INPUT = "input";
  static final String OUTPUT = "output";
  static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
  static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
  static final String CACHED_TOKENS = "gen_ai.usage.cache_read.input_tokens";
  static final String REASONING_TOKENS = "gen_ai.usage.reasoning.output_tokens";
  static final String INPUT_MESSAGES = "gen_ai.input.messages";
  static final String PROMPT = "gen_ai.prompt.name";
  static final String PROMPT_VERSION = "gen_ai.prompt.version";
  static final String PROMPT_OVERRIDDEN = "gatewayz.prompt.overridden";
  static final String ERROR_TYPE = "error.type";

  static final String TEMPERATURE = "gen_ai.request.temperature";
  static final String TOP_P = "gen_ai.request.top_p";
  static final String MAX_TOKENS = "gen_ai.request.max_tokens";
  static final String FREQUENCY_PENALTY = "gen_ai.request.frequency_penalty";
  static final String PRESENCE_PENALTY = "gen_ai.request.presence_penalty";
  static final String STOP = "gen_ai.request.stop_sequences";
  static final String SEED = "gen_ai.request.seed";
  static final String CHOICES = "gen_ai.request.choice.count";
  static final String OUTPUT_TYPE = "gen_ai.output.type";
  static final String OUTPUT_MESSAGES = "gen_ai.output.messages";
  static final String RESPONSE_ID = "gen_ai.response.id";
  static final String RESPONSE_MODEL = "gen_ai.response.model";
  static final String FINISH_REASONS = "gen_ai.response.finish_reasons";
  static final String RESPONSE_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";
  static final String CACHE_WRITTEN = "gen_ai.usage.cache_creation.input_tokens";
  static final String SERVER = "server.address";
  static final String PORT = "server.port";

  static final String REQUEST_ID = "gatewayz.request.id";
  static final String ATTEMPTS = "gatewayz.attempts";

  /** In seconds, as the conventions advise. */
  static final List<Double> SECONDS =
      List.of(
          0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

  /** In tokens. */
  static final List<Long> TOKEN_COUNTS =
      List.of(
          1L,
          4L,
          16L,
          64L,
          256L,
          1_024L,
          4_096L,
          16_384L,
          65_536L,
          262_144L,
          1_048_576L,
          4_194_304L,
          16_777_216L,
          67_108_864L);

  private static final String PREFIX = "gatewayz/";

  private Names() {}

  /** A model as those who offer it call it. */
  static String model(String model) {
    return model.startsWith(PREFIX) ? model.substring(PREFIX.length()) : model;
  }
}
