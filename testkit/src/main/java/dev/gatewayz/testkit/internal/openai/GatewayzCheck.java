package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import dev.gatewayz.testkit.internal.json.JsonValue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Gatewayz finds wrong with the body of a chat completion before it asks any model: first what
 * its schema says, all of it in one 422; then what its handler trips over, which a stream answers
 * with nothing; then models that have no price.
 */
final class GatewayzCheck {
  private static final Set<String> ROLES =
      Set.of("system", "user", "assistant", "tool", "function", "developer");

  /** The roles that the schema lets in and the handler does not know. */
  private static final Set<String> UNHANDLED_ROLES = Set.of("function", "developer");

  private static final int MOST_STOPS = 4;

  private final JsonValue body;
  private final List<JsonObject> findings = new ArrayList<>();

  private GatewayzCheck(JsonValue body) {
    this.body = body;
  }

  static Optional<Refusal> check(JsonValue body) {
    GatewayzCheck check = new GatewayzCheck(body);
    check.schema();
    if (!check.findings.isEmpty()) {
      return Optional.of(new Refusal(422, new JsonObject().put("detail", check.findings)));
    }
    return check.handler().or(check::price);
  }

  private void schema() {
    if (body.get("model").text().isEmpty()) {
      found("missing", "Field required", "model");
    }
    List<JsonValue> messages = body.get("messages").items();
    if (messages.isEmpty()) {
      found("missing", "Field required", "messages");
    }
    for (int i = 0; i < messages.size(); i++) {
      message(messages.get(i), i);
    }
    numbers();
    kind("max_tokens", Kind.NUMBER);
    kind("seed", Kind.NUMBER);
    kind("user", Kind.TEXT);
    kind("provider", Kind.TEXT);
    kind("stream", Kind.FLAG);
    kind("tools", Kind.LIST);
    kind("response_format", Kind.OBJECT);
    kind("parallel_tool_calls", Kind.FLAG);
    oneOf("reasoning_effort", "low", "medium", "high");
    oneOf("service_tier", "auto", "default");
    if (body.get("stop").items().size() > MOST_STOPS) {
      found("too_long", "List should have at most 4 items", "stop");
    }
    body.get("logit_bias")
        .members()
        .forEach(
            (token, bias) -> {
              if (bias.number()
                  .filter(n -> n.doubleValue() == Math.rint(n.doubleValue()))
                  .isEmpty()) {
                found("int_from_float", "Input should be a valid integer", "logit_bias", token);
              }
            });
    JsonValue search = body.get("auto_web_search");
    if (search.isPresent()
        && search.kind() != Kind.FLAG
        && !search.text().orElse("").equals("auto")) {
      found("literal_error", "Input should be a boolean or 'auto'", "auto_web_search");
    }
  }

  private void message(JsonValue message, int index) {
    String role = message.get("role").text().orElse("");
    JsonValue content = message.get("content");
    if (!ROLES.contains(role)) {
      found("literal_error", "Input should be a role", "messages", index, "role");
    } else if (content.kind() == Kind.LIST && content.items().isEmpty()) {
      found("value_error", "Value error, content list cannot be empty", "messages", index);
    } else if (content.kind() != Kind.LIST
        && isBlank(content.text().orElse(""))
        && !(role.equals("assistant") && !message.get("tool_calls").items().isEmpty())) {
      found("value_error", "Value error, " + role + " needs content", "messages", index);
    }
  }

  private void numbers() {
    within("temperature", 0, 2);
    within("top_p", 0, 1);
    within("frequency_penalty", -2, 2);
    within("presence_penalty", -2, 2);
    within("top_logprobs", 0, 20);
    within("web_search_threshold", 0, 1);
    within("n", 1, Integer.MAX_VALUE);
  }

  /** What strip of Python leaves nothing of: unlike Java's, it takes U+00A0 and its like too. */
  private static boolean isBlank(String text) {
    return text.chars()
        .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85);
  }

  private void kind(String parameter, Kind kind) {
    JsonValue value = body.get(parameter);
    if (value.isPresent() && value.kind() != kind) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      found("type_error", "Input should be a valid " + name, parameter);
    }
  }

  private void oneOf(String parameter, String... words) {
    JsonValue value = body.get(parameter);
    if (value.isPresent() && Stream.of(words).noneMatch(value.text().orElse("")::equals)) {
      found("literal_error", "Input should be " + String.join(" or ", words), parameter);
    }
  }

  private void within(String parameter, double least, double most) {
    body.get(parameter)
        .number()
        .map(Number::doubleValue)
        .filter(value -> value < least || value > most)
        .ifPresent(
            value -> {
              String bound =
                  value < least
                      ? "greater than or equal to " + least
                      : "less than or equal to " + most;
              found("value_error", "Input should be " + bound, parameter);
            });
  }

  private void found(String type, String message, Object... path) {
    List<Object> location = new ArrayList<>(List.of("body"));
    location.addAll(List.of(path));
    findings.add(
        new JsonObject()
            .put("type", type)
            .put("loc", location)
            .put("msg", message)
            .put("input", null));
  }

  private Optional<Refusal> handler() {
    boolean unhandled =
        body.get("messages").items().stream()
            .anyMatch(message -> UNHANDLED_ROLES.contains(message.get("role").text().orElse("")));
    boolean nothing = body.get("max_tokens").number().filter(n -> n.longValue() < 1).isPresent();
    if (!unhandled && !nothing) {
      return Optional.empty();
    }
    String text =
        "1 validation error for InternalChatRequest\n"
            + (unhandled
                ? "messages.0.role\n  Input should be 'system', 'user', 'assistant' or 'tool'"
                : "max_tokens\n  Input should be greater than or equal to 1");
    return Optional.of(
        body.get("stream").isTrue()
            ? Refusal.broken()
            : new Refusal(400, GatewayzErrors.rebuilt(400, text)));
  }

  private Optional<Refusal> price() {
    String model = body.get("model").text().orElse("");
    boolean router =
        model.equals("auto")
            || model.equals("gatewayz/auto")
            || Stream.of("router", "auto:", "gatewayz-router", "gatewayz-general", "gatewayz-code")
                .anyMatch(model::startsWith);
    if (!router) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            400,
            new JsonObject()
                .put(
                    "error",
                    new JsonObject()
                        .put("message", "Model '" + model + "' is not priced.")
                        .put("type", "invalid_request_error")
                        .put("code", "model_not_priced"))));
  }
}
