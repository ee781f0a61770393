package dev.gatewayz.benchmarks.client;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;

/**
 * How LangChain4j's models are set up.
 *
 * @param target where they send
 */
record LangChain4jModels(Target target) {
  OpenAiChatModel whole(String model) {
    return OpenAiChatModel.builder()
        .baseUrl(target.base() + "/v1")
        .apiKey("gw_live_0123456789abcdef")
        .modelName(model)
        .temperature(0.2)
        .httpClientBuilder(http())
        .build();
  }

  OpenAiStreamingChatModel streaming(String model) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(target.base() + "/v1")
        .apiKey("gw_live_0123456789abcdef")
        .modelName(model)
        .temperature(0.2)
        .httpClientBuilder(http())
        .build();
  }

  /** HTTP/2 with TLS; without, the load server has no upgrade from HTTP/1.1 to offer. */
  private HttpClientBuilder http() {
    HttpClient.Version version =
        target.secure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    return JdkHttpClient.builder().httpClientBuilder(HttpClient.newBuilder().version(version));
  }
}
