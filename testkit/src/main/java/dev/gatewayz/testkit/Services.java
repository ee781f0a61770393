package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.openai.Models;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway does beside chat: its catalogue is searched, keys have limits, sounds words. */
final class Services {
  private static final Pattern FIELD =
      Pattern.compile("name=\"?response_format\"?\\s*?\\r\\n\\r\\n(?<value>\\w+)");

  private Services() {}

  /** The models whose name has the words that are looked for. */
  static Reply search(RecordedRequest request, List<String> models, int limit, int offset) {
    String words = request.query("q").orElse("").toLowerCase(Locale.ROOT);
    List<String> found =
        models.stream().filter(id -> id.toLowerCase(Locale.ROOT).contains(words)).toList();
    return document(Models.found(found, limit, offset));
  }

  /** What every key may do. */
  static Reply limits() {
    JsonObject limits =
        new JsonObject()
            .put("requests_per_minute", 250)
            .put("requests_per_hour", 1_000)
            .put("requests_per_day", 10_000)
            .put("tokens_per_minute", 10_000)
            .put("tokens_per_hour", 100_000)
            .put("tokens_per_day", 1_000_000);
    return document(
        new JsonObject()
            .put("current_limits", limits)
            .put("current_usage", new JsonObject().put("allowed", true).put("reason", null)));
  }

  /**
   * The words of a sound: how large it is.
   *
   * @param isBilled whether the answer says what it cost
   */
  static Reply transcription(RecordedRequest request, boolean isBilled) {
    String form = request.bodyText();
    boolean isForm =
        request.header("content-type").filter(t -> t.startsWith("multipart/form-data")).isPresent();
    if (!isForm || !form.contains("filename=")) {
      return isBilled
          ? ErrorReply.validation("file", "Field required")
          : ErrorReply.openAi(400, "invalid_request_error", null, "file: Field required");
    }
    String text = "A sound in " + request.body().length + " bytes.";
    Matcher field = FIELD.matcher(form);
    Optional<String> format = field.find() ? Optional.of(field.group("value")) : Optional.empty();
    if (format.filter(List.of("text", "srt", "vtt")::contains).isPresent()) {
      return Reply.body(200, "text/plain; charset=utf-8", text);
    }
    JsonObject answer =
        new JsonObject().put("text", text).put("language", "english").put("duration", 1.5);
    return document(
        isBilled ? answer.put("gateway_usage", new JsonObject().put("cost_usd", 0.00015)) : answer);
  }

  private static Reply document(JsonObject document) {
    return Reply.json(document.toString());
  }
}
