package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** Whose ways of reading requests and writing answers a server has. */
public enum Dialect {
  /** Gatewayz: drops what it does not know, answers one choice, says what a call cost. */
  GATEWAYZ {
    @Override
    public Optional<Refusal> refusal(JsonValue body) {
      return GatewayzCheck.check(body);
    }

    @Override
    Set<String> tokenLimits() {
      return Set.of("max_tokens");
    }

    @Override
    UsagePlace usagePlace(ChatCall call) {
      return UsagePlace.WITH_FINISH;
    }
  },

  /** OpenAI: refuses what it does not know, and reports a stream's usage when asked. */
  OPENAI {
    @Override
    public Optional<Refusal> refusal(JsonValue body) {
      return OpenAiCheck.check(body)
          .map(error -> new Refusal(400, new JsonObject().put("error", error)));
    }

    @Override
    Set<String> tokenLimits() {
      return Set.of("max_tokens", "max_completion_tokens");
    }

    @Override
    UsagePlace usagePlace(ChatCall call) {
      return call.wantsUsage() ? UsagePlace.IN_OWN_CHUNK : UsagePlace.NOWHERE;
    }
  };

  /** Says no to the body of a chat completion before any model is asked. */
  public abstract Optional<Refusal> refusal(JsonValue body);

  /** The members of a request that limit the tokens of an answer. */
  abstract Set<String> tokenLimits();

  /** Where a stream reports its usage if nobody said where. */
  abstract UsagePlace usagePlace(ChatCall call);

  /** Whether this is OpenAI's. */
  public boolean isOpenAi() {
    return this == OPENAI;
  }
}
