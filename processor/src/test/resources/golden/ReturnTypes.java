package fixtures;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.GatewayzGenerated;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.Answer;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Implements {@link ReturnTypes}.
 */
@GatewayzGenerated
final class GatewayzReturnTypes implements ReturnTypes {
  private static final Prompt TEXT2 = Prompt.of(
      "ReturnTypes.text", "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt FUTURE = Prompt.of(
      "ReturnTypes.future", "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt STAGE = Prompt.of(
      "ReturnTypes.stage", "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt COMPLETION = Prompt.of(
      "ReturnTypes.completion", "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt COMPLETION_FUTURE = Prompt.of(
      "ReturnTypes.completionFuture", "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt PUBLISHER = Prompt.of(
      "ReturnTypes.publisher", "38f57446759eba05",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count to ",
      ".\"}");

  private static final Prompt CHUNKS = Prompt.of(
      "ReturnTypes.chunks", "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt STREAM = Prompt.of(
      "ReturnTypes.stream", "3d18856b217e0217",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count to ",
      ".\"}");

  private final PromptClient client;

  GatewayzReturnTypes(Gatewayz gatewayz) {
    client = gatewayz.prompts();
  }

  @Override
  public String text() {
    return client.call(TEXT2.render().raw(0), Answer.TEXT);
  }

  @Override
  public CompletableFuture<String> future() {
    return client.callAsync(FUTURE.render().raw(0), Answer.TEXT);
  }

  @Override
  public CompletionStage<String> stage() {
    return client.callAsync(STAGE.render().raw(0), Answer.TEXT);
  }

  @Override
  public Completion<String> completion() {
    return client.complete(COMPLETION.render().raw(0), Answer.TEXT);
  }

  @Override
  public CompletableFuture<Completion<String>> completionFuture() {
    return client.completeAsync(COMPLETION_FUTURE.render().raw(0), Answer.TEXT);
  }

  @Override
  public Flow.Publisher<String> publisher(int client, CallOptions options) {
    return this.client.text(PUBLISHER.render().raw(0).text("client", client).raw(1)
        .options(options));
  }

  @Override
  public Flow.Publisher<ChatChunk> chunks() {
    return client.chunks(CHUNKS.render().raw(0));
  }

  @Override
  public Stream<String> stream(int TEXT) {
    return client.textStream(STREAM.render().raw(0).text("TEXT", TEXT).raw(1));
  }
}
