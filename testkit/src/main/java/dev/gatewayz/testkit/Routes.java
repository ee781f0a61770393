package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import dev.gatewayz.testkit.internal.openai.DefaultAnswer;
import dev.gatewayz.testkit.internal.openai.Embeddings;
import dev.gatewayz.testkit.internal.openai.Models;
import dev.gatewayz.testkit.internal.openai.RequestCheck;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the gateway answers of its own accord, endpoint by endpoint.
 *
 * @param apiKey the key that is asked for, if any
 * @param models the catalogue
 * @param openAiMembers whether to write what OpenAI's schema requires and Gatewayz leaves out
 */
record Routes(Optional<String> apiKey, List<String> models, boolean openAiMembers) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final int MASKED_KEY_LENGTH = 10;

  /** Says no to a request without the right key; health needs none. */
  Optional<Reply> unauthorized(RecordedRequest request) {
    boolean welcome =
        apiKey.isEmpty()
            || request.path().equals("/health")
            || request.header("authorization").equals(apiKey.map(key -> "Bearer " + key));
    return welcome ? Optional.empty() : Optional.of(ErrorReply.missingKey());
  }

  /** The answer; a chat completion's is left for when it is sent. */
  Reply answer(RecordedRequest request) {
    return switch (request.path()) {
      case "/health" -> only("GET", request, this::health);
      case "/v1/models", "/models" -> only("GET", request, () -> page(request));
      case "/user/balance" -> only("GET", request, this::balance);
      case "/v1/chat/completions" -> only("POST", request, () -> json(request, this::chat));
      case "/v1/embeddings" -> only("POST", request, () -> json(request, this::embeddings));
      default -> ErrorReply.detail(404, "Not Found");
    };
  }

  private interface Answer {
    Reply get();
  }

  private interface BodyAnswer {
    Reply to(JsonValue body);
  }

  private static Reply only(String method, RecordedRequest request, Answer answer) {
    return request.method().equals(method)
        ? answer.get()
        : ErrorReply.detail(405, "Method Not Allowed").header("Allow", method);
  }

  private static Reply json(RecordedRequest request, BodyAnswer answer) {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json")) {
      return ErrorReply.numbered(415, "unsupported_media_type", "Use application/json.");
    }
    JsonValue body = request.json();
    return body.kind() == JsonValue.Kind.OBJECT
        ? answer.to(body)
        : ErrorReply.validation("0", "JSON decode error");
  }

  private Reply chat(JsonValue body) {
    List<JsonObject> findings = RequestCheck.check(body);
    return findings.isEmpty() ? Reply.answering(DefaultAnswer::to) : ErrorReply.findings(findings);
  }

  private Reply embeddings(JsonValue body) {
    return document(Embeddings.answer(body));
  }

  private Reply health() {
    return document(
        new JsonObject()
            .put("status", "healthy")
            .put("timestamp", "2026-09-21T12:26:40Z")
            .put("version", "mock")
            .put("database", "connected"));
  }

  private Reply page(RecordedRequest request) {
    int limit = number(request, "limit", 100);
    int offset = number(request, "offset", 0);
    return document(Models.page(models, limit, offset, openAiMembers))
        .header("Cache-Control", "private, max-age=60");
  }

  private Reply balance() {
    String key = apiKey.orElse("gw_live_mock");
    String masked = key.substring(0, Math.min(key.length(), MASKED_KEY_LENGTH)) + "…";
    return document(
        new JsonObject()
            .put("api_key", masked)
            .put("credits", 12.34)
            .put("status", "active")
            .put("user_id", 1));
  }

  private static int number(RecordedRequest request, String name, int otherwise) {
    return request
        .query(name)
        .filter(value -> NUMBER.matcher(value).matches())
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private static Reply document(JsonObject document) {
    return Reply.json(document.toString());
  }
}
