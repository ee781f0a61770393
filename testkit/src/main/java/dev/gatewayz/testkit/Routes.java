package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import dev.gatewayz.testkit.internal.openai.DefaultAnswer;
import dev.gatewayz.testkit.internal.openai.Dialect;
import dev.gatewayz.testkit.internal.openai.Embeddings;
import dev.gatewayz.testkit.internal.openai.Models;
import dev.gatewayz.testkit.internal.openai.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the gateway answers of its own accord, endpoint by endpoint.
 *
 * @param apiKey the key that is asked for, if any
 * @param models the catalogue
 * @param dialect whose ways it has
 */
record Routes(Optional<String> apiKey, List<String> models, Dialect dialect) {
  private static final String CHAT = "/v1/chat/completions";
  private static final String TRANSCRIPTIONS = "/v1/audio/transcriptions";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final int MASKED_KEY_LENGTH = 10;

  /** The headers of its answers. */
  StandardHeaders headers() {
    return dialect.isOpenAi() ? StandardHeaders.OPENAI : StandardHeaders.GATEWAYZ;
  }

  /**
   * Says no to a request without the right key, and to a chat completion that is not as it must.
   */
  Optional<Reply> refusal(RecordedRequest request) {
    return unauthorized(request).or(() -> invalid(request));
  }

  private Optional<Reply> invalid(RecordedRequest request) {
    if (!request.path().equals(CHAT) || !request.method().equals("POST") || !isJson(request)) {
      return Optional.empty();
    }
    boolean session =
        !dialect.isOpenAi()
            && request.query("session_id").filter(id -> !id.matches("-?[0-9]+")).isPresent();
    if (session) {
      return Optional.of(ErrorReply.validation("session_id", "Input should be a valid integer"));
    }
    JsonValue body = request.json();
    return body.kind() == JsonValue.Kind.OBJECT
        ? dialect.refusal(body).map(Routes::refusal)
        : Optional.empty();
  }

  private static Reply refusal(Refusal refusal) {
    return refusal.body() == null
        ? Reply.stream("").last(Step.reset(ErrorCode.INTERNAL_ERROR))
        : Reply.body(refusal.status(), "application/json", refusal.body().toString());
  }

  private Optional<Reply> unauthorized(RecordedRequest request) {
    boolean welcome =
        apiKey.isEmpty()
            || request.path().equals("/health")
            || request.header("authorization").equals(apiKey.map(key -> "Bearer " + key));
    return welcome
        ? Optional.empty()
        : Optional.of(dialect.isOpenAi() ? openAiKey(request) : ErrorReply.missingKey());
  }

  private static Reply openAiKey(RecordedRequest request) {
    return request.header("authorization").isEmpty()
        ? ErrorReply.openAi(
            401,
            "invalid_request_error",
            null,
            "You didn't provide an API key. You need to provide your API key in an Authorization"
                + " header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).")
        : ErrorReply.openAi(
            401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
  }

  /** The answer; a chat completion's is left for when it is sent. */
  Reply answer(RecordedRequest request) {
    return dialect.isOpenAi() ? openAi(request) : gatewayz(request);
  }

  private Reply openAi(RecordedRequest request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /v1/models" -> page(request);
      case "POST /v1/chat/completions" -> json(request, body -> Reply.answering(DefaultAnswer::to));
      case "POST /v1/embeddings" -> json(request, this::embeddings);
      case "POST " + TRANSCRIPTIONS -> Services.transcription(request, false);
      default ->
          ErrorReply.openAi(
              404,
              "invalid_request_error",
              null,
              "Invalid URL (" + request.method() + " " + request.path() + ")");
    };
  }

  private Reply gatewayz(RecordedRequest request) {
    return switch (request.path()) {
      case "/health" -> only("GET", request, this::health);
      case "/v1/models", "/models" -> only("GET", request, () -> page(request));
      case "/v1/models/search" ->
          only(
              "GET",
              request,
              () ->
                  Services.search(
                      request, models, number(request, "limit", 20), number(request, "offset", 0)));
      case "/user/balance" -> only("GET", request, this::balance);
      case "/user/limit" -> only("GET", request, Services::limits);
      case CHAT ->
          only("POST", request, () -> json(request, body -> Reply.answering(DefaultAnswer::to)));
      case "/v1/embeddings" -> only("POST", request, () -> json(request, this::embeddings));
      case TRANSCRIPTIONS -> only("POST", request, () -> Services.transcription(request, true));
      default -> ErrorReply.detail(404, "Not Found");
    };
  }

  private static boolean isJson(RecordedRequest request) {
    return request
        .header("content-type")
        .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
        .orElse(true);
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

  private Reply json(RecordedRequest request, BodyAnswer answer) {
    if (!isJson(request)) {
      return ErrorReply.numbered(415, "unsupported_media_type", "Use application/json.");
    }
    JsonValue body = request.json();
    if (body.kind() == JsonValue.Kind.OBJECT) {
      return answer.to(body);
    }
    return dialect.isOpenAi()
        ? ErrorReply.openAi(
            400, "invalid_request_error", null, "We could not parse the JSON body of your request.")
        : ErrorReply.validation("0", "JSON decode error");
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
    return document(Models.page(models, limit, offset, dialect))
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
