package dev.gatewayz.support;

import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.schema.OpenAiSchemas;
import java.util.Map;

/** What a test has sent, held against the schemas of OpenAI's API as a proxy in front would. */
final class SentRequests {
  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "/v1/chat/completions",
          "CreateChatCompletionRequest",
          "/v1/embeddings",
          "CreateEmbeddingRequest");

  /** Larger ones are many times the same. */
  private static final int MAX_SIZE = 20_000;

  private SentRequests() {}

  /** Fails if one of them is none that OpenAI documents. */
  static void assertValid(MockGateway gateway) {
    gateway.requests().stream()
        .filter(request -> DEFINITIONS.containsKey(request.path()))
        .filter(request -> request.body().length <= MAX_SIZE)
        .map(request -> DEFINITIONS.get(request.path()) + " " + request.bodyText())
        .distinct()
        .limit(50)
        .forEach(SentRequests::assertValid);
  }

  private static void assertValid(String definitionAndBody) {
    int end = definitionAndBody.indexOf(' ');
    OpenAiSchemas.assertValid(
        definitionAndBody.substring(0, end), definitionAndBody.substring(end + 1));
  }
}
