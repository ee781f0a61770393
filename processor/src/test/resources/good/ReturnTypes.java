package fixtures;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.annotation.GatewayzClient;
import dev.gatewayz.annotation.GatewayzPrompt;
import dev.gatewayz.chat.ChatChunk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface ReturnTypes {

  @GatewayzPrompt("Count.")
  String text();

  @GatewayzPrompt("Count.")
  CompletableFuture<String> future();

  @GatewayzPrompt("Count.")
  CompletionStage<String> stage();

  @GatewayzPrompt("Count.")
  Completion<String> completion();

  @GatewayzPrompt("Count.")
  CompletableFuture<Completion<String>> completionFuture();

  @GatewayzPrompt("Count to {{client}}.")
  Flow.Publisher<String> publisher(int client, CallOptions options);

  @GatewayzPrompt("Count.")
  Flow.Publisher<ChatChunk> chunks();

  @GatewayzPrompt("Count to {{TEXT}}.")
  Stream<String> stream(int TEXT);

  @GatewayzPrompt("Count.")
  Stream<ChatChunk> chunkStream();

  @GatewayzPrompt("Count.")
  Stream<Count> countStream();

  @GatewayzPrompt("Count.")
  AnswerStream<String> answer();

  @GatewayzPrompt("Count.")
  AnswerStream<ChatChunk> answerChunks();

  @GatewayzPrompt("Count.")
  AnswerStream<Count> counts();

  record Count(int number) {}
}
