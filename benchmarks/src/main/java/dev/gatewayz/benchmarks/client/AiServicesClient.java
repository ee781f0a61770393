package dev.gatewayz.benchmarks.client;

import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** LangChain4j's AiServices: an annotated interface, as ours. */
final class AiServicesClient implements Client {
  private final LangChain4jModels models;
  private final Map<String, Analyst> whole = new ConcurrentHashMap<>();
  private final Map<String, Analyst> streaming = new ConcurrentHashMap<>();

  /** The prompts. */
  public interface Analyst {
    /** In one piece. */
    @SystemMessage(SYSTEM)
    @UserMessage(INSTRUCTION + "{{text}}")
    String call(@V("text") String text);

    /** Piece by piece. */
    @SystemMessage(SYSTEM)
    @UserMessage(INSTRUCTION + "{{text}}")
    TokenStream stream(@V("text") String text);
  }

  AiServicesClient(Target target) {
    this.models = new LangChain4jModels(target);
  }

  @Override
  public boolean isBlocking() {
    return true;
  }

  @Override
  public void call(String model, Pieces pieces) {
    pieces.piece(
        whole
            .computeIfAbsent(
                model, m -> AiServices.builder(Analyst.class).chatModel(models.whole(m)).build())
            .call(TEXT));
    pieces.end(null);
  }

  @Override
  public void stream(String model, Pieces pieces) {
    streaming
        .computeIfAbsent(
            model,
            m -> AiServices.builder(Analyst.class).streamingChatModel(models.streaming(m)).build())
        .stream(TEXT)
        .onPartialResponse(pieces::piece)
        .onCompleteResponse(response -> pieces.end(null))
        .onError(pieces::end)
        .start();
  }

  @Override
  public void close() {}
}
