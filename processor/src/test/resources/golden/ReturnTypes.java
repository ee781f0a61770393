package fixtures;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.GatewayzGenerated;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Implements {@link ReturnTypes}.
 */
@GatewayzGenerated(
    format = 1
)
class GatewayzReturnTypes implements ReturnTypes {
  static final String TEXT_ID = "fixtures.ReturnTypes.text";

  static final String FUTURE_ID = "fixtures.ReturnTypes.future";

  static final String STAGE_ID = "fixtures.ReturnTypes.stage";

  static final String COMPLETION_ID = "fixtures.ReturnTypes.completion";

  static final String COMPLETION_FUTURE_ID = "fixtures.ReturnTypes.completionFuture";

  static final String PUBLISHER_ID = "fixtures.ReturnTypes.publisher";

  static final String CHUNKS_ID = "fixtures.ReturnTypes.chunks";

  static final String STREAM_ID = "fixtures.ReturnTypes.stream";

  static final String CHUNK_STREAM_ID = "fixtures.ReturnTypes.chunkStream";

  static final String COUNT_STREAM_ID = "fixtures.ReturnTypes.countStream";

  static final String ANSWER_ID = "fixtures.ReturnTypes.answer";

  static final String ANSWER_CHUNKS_ID = "fixtures.ReturnTypes.answerChunks";

  static final String COUNTS_ID = "fixtures.ReturnTypes.counts";

  private static final Prompt TEXT = Prompt.of(
      TEXT_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt FUTURE = Prompt.of(
      FUTURE_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt STAGE = Prompt.of(
      STAGE_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt COMPLETION = Prompt.of(
      COMPLETION_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt COMPLETION_FUTURE = Prompt.of(
      COMPLETION_FUTURE_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt PUBLISHER = Prompt.of(
      PUBLISHER_ID, "38f57446759eba05",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count to ",
      ".\"}");

  private static final Prompt CHUNKS = Prompt.of(
      CHUNKS_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt STREAM = Prompt.of(
      STREAM_ID, "3d18856b217e0217",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count to ",
      ".\"}");

  private static final Prompt CHUNK_STREAM = Prompt.of(
      CHUNK_STREAM_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt COUNT_STREAM = Prompt.of(
      COUNT_STREAM_ID, "4c07f685acbb8baa",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Count_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"number\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"number\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Count.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    \"number\": integer\n  }[]\n}");

  private static final Prompt ANSWER = Prompt.of(
      ANSWER_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt ANSWER_CHUNKS = Prompt.of(
      ANSWER_CHUNKS_ID, "5344350ffa259fb3",
      "gatewayz/openai/gpt-4o-mini",
      "",
      "{\"role\":\"user\",\"content\":\"Count.\"}");

  private static final Prompt COUNTS = Prompt.of(
      COUNTS_ID, "4c07f685acbb8baa",
      "gatewayz/openai/gpt-4o-mini",
      "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Count_list\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"value\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"number\":{\"type\":\"integer\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"number\"],\"additionalProperties\":false}}},\"required\":[\"value\"],\"additionalProperties\":false}}}",
      "{\"role\":\"user\",\"content\":\"Count.\"}")
      .withSchema(SchemaForm.AUTO,
      "{\n  \"value\": {\n    \"number\": integer\n  }[]\n}");

  private static final AnswerType<ReturnTypes.Count> COUNT_ANSWER = AnswerType.of(GatewayzReturnTypes::readCount);

  private final PromptClient client;

  GatewayzReturnTypes(Gatewayz gatewayz) {
    client = PromptClient.of(gatewayz, 1, "fixtures.ReturnTypes", TEXT_ID, FUTURE_ID, STAGE_ID,
        COMPLETION_ID, COMPLETION_FUTURE_ID, PUBLISHER_ID, CHUNKS_ID, STREAM_ID, CHUNK_STREAM_ID,
        COUNT_STREAM_ID, ANSWER_ID, ANSWER_CHUNKS_ID, COUNTS_ID);
  }

  @Override
  public String text() {
    return client.call(TEXT.render().raw(0));
  }

  @Override
  public CompletableFuture<String> future() {
    return client.callAsync(FUTURE.render().raw(0));
  }

  @Override
  public CompletionStage<String> stage() {
    return client.callAsync(STAGE.render().raw(0));
  }

  @Override
  public Completion<String> completion() {
    return client.complete(COMPLETION.render().raw(0));
  }

  @Override
  public CompletableFuture<Completion<String>> completionFuture() {
    return client.completeAsync(COMPLETION_FUTURE.render().raw(0));
  }

  @Override
  public Flow.Publisher<String> publisher(int client2, CallOptions options) {
    return client.text(PUBLISHER.render().raw(0).text("client", client2).raw(1)
        .options(options));
  }

  @Override
  public Flow.Publisher<ChatChunk> chunks() {
    return client.chunks(CHUNKS.render().raw(0));
  }

  @Override
  public Stream<String> stream(int tEXT) {
    return client.text(STREAM.render().raw(0).text("TEXT", tEXT).raw(1)).blocking();
  }

  @Override
  public Stream<ChatChunk> chunkStream() {
    return client.chunks(CHUNK_STREAM.render().raw(0)).blocking();
  }

  @Override
  public Stream<ReturnTypes.Count> countStream() {
    return client.elements(COUNT_STREAM.render().raw(0), COUNT_ANSWER).blocking();
  }

  @Override
  public AnswerStream<String> answer() {
    return client.text(ANSWER.render().raw(0));
  }

  @Override
  public AnswerStream<ChatChunk> answerChunks() {
    return client.chunks(ANSWER_CHUNKS.render().raw(0));
  }

  @Override
  public AnswerStream<ReturnTypes.Count> counts() {
    return client.elements(COUNTS.render().raw(0), COUNT_ANSWER);
  }

  private static ReturnTypes.Count readCount(JsonIn in) {
    Integer number = null;
    in.beginObject();
    while (in.nextMember()) {
      switch (in.name()) {
        case "number" -> number = in.int32();
        default -> in.skip();
      }
    }
    return new ReturnTypes.Count(in.required("number", number));
  }
}
