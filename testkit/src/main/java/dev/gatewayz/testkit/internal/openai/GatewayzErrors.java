package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The bodies of Gatewayz' errors. */
public final class GatewayzErrors {
  private static final int LONGEST_VALUE = 300;

  private GatewayzErrors() {}

  /** The full envelope. Its {@code type} is the code in lower case. */
  public static JsonObject envelope(int status, String code, String message, JsonObject context) {
    return envelope(status, code, message, message, context);
  }

  private static JsonObject envelope(
      int status, String code, String message, String detail, JsonObject context) {
    String type = code.toLowerCase(Locale.ROOT);
    return new JsonObject()
        .put(
            "error",
            new JsonObject()
                .put("type", type)
                .put("message", message)
                .put("detail", detail)
                .put("code", code)
                .put("status", status)
                .put("request_id", "req_000000000000")
                .put("timestamp", "2026-09-21T12:26:40Z")
                .put("suggestions", List.of("Check the request and try again"))
                .put("context", context)
                .put("docs_url", "https://docs.gatewayz.ai/errors/" + type));
  }

  /**
   * What becomes of an error that the gateway's code raised as a status and a text: an envelope
   * made anew from the status, which keeps the text in an odd place or not at all.
   */
  public static JsonObject rebuilt(int status, String text) {
    JsonObject none = new JsonObject();
    return switch (status) {
      case 400 ->
          envelope(
              400,
              "INVALID_PARAMETER_TYPE",
              "Invalid value for parameter 'request'",
              new JsonObject()
                  .put("parameter_name", "request")
                  .put(
                      "parameter_value",
                      text.substring(0, Math.min(text.length(), LONGEST_VALUE))));
      case 401 ->
          envelope(
              401,
              "INVALID_API_KEY",
              "Invalid API key",
              "The provided API key is invalid or has been revoked. " + text,
              none);
      case 402 ->
          envelope(402, "INSUFFICIENT_CREDITS", "Insufficient credits. Please add credits.", none);
      case 403 -> forbidden(text);
      case 404 -> envelope(404, "MODEL_NOT_FOUND", "Model 'resource' not found", none);
      case 429 ->
          envelope(
              429,
              "RATE_LIMIT_EXCEEDED",
              "Rate limit exceeded: request_rate",
              new JsonObject().put("limit_type", "request_rate"));
      case 502, 503, 504 ->
          envelope(
              status,
              status == 504 ? "PROVIDER_TIMEOUT" : "PROVIDER_ERROR",
              text,
              new JsonObject()
                  .put("provider_error_message", text)
                  .put("provider_status_code", status));
      default -> envelope(status, "INTERNAL_ERROR", "Internal server error", none);
    };
  }

  /** The letters "ip" anywhere in the text are taken for an address, as the gateway does. */
  private static JsonObject forbidden(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String code =
        lower.contains("ip")
            ? "IP_RESTRICTED"
            : lower.contains("trial") ? "TRIAL_EXPIRED" : "PLAN_LIMIT_REACHED";
    return envelope(403, code, text, new JsonObject());
  }
}
