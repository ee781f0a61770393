package dev.gatewayz.benchmarks.client;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** LangChain4j's models, over the JDK's HttpClient. */
final class LangChain4jClient implements Client {
  private final LangChain4jModels models;
  private final Map<String, OpenAiChatModel> whole = new ConcurrentHashMap<>();
  private final Map<String, OpenAiStreamingChatModel> streaming = new ConcurrentHashMap<>();

  LangChain4jClient(Target target) {
    this.models = new LangChain4jModels(target);
  }

  @Override
  public boolean isBlocking() {
    return true;
  }

  @Override
  public void call(String model, Pieces pieces) {
    ChatResponse response = whole.computeIfAbsent(model, models::whole).chat(messages());
    pieces.piece(response.aiMessage().text());
    pieces.end(null);
  }

  @Override
  public void stream(String model, Pieces pieces) {
    streaming
        .computeIfAbsent(model, models::streaming)
        .chat(
            messages(),
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String text) {
                pieces.piece(text);
              }

              @Override
              public void onCompleteResponse(ChatResponse response) {
                pieces.end(null);
              }

              @Override
              public void onError(Throwable failure) {
                pieces.end(failure);
              }
            });
  }

  private static List<ChatMessage> messages() {
    return List.of(SystemMessage.from(SYSTEM), UserMessage.from(INSTRUCTION + TEXT));
  }

  @Override
  public void close() {}
}
