package dev.gatewayz.benchmarks.client;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.CodegenFormat;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.util.concurrent.CompletableFuture;

/** What is generated for a prompt that answers with a {@link Brief}. */
final class TypedPrompt {
  private static final Prompt TYPED =
      Prompt.of(
          "Prompts.typed",
          "535e0e1184f91868",
          "gatewayz/bench/typed",
          "\"temperature\":0.2",
          "{\"role\":\"system\",\"content\":\"You are an equity analyst. You are terse and give"
              + " figures.\"},{\"role\":\"user\",\"content\":\"Summarise this earnings call in one"
              + " sentence:\\n",
          "\"}");
  private static final AnswerType<Brief> ANSWER = AnswerType.of(Brief::read);

  private final PromptClient client;

  TypedPrompt(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, CodegenFormat.CURRENT, "Prompts", TYPED.id());
  }

  CompletableFuture<Brief> typed(String text) {
    return client.callAsync(TYPED.render().raw(0).text("text", text).raw(1), ANSWER);
  }
}
