package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import dev.gatewayz.testkit.internal.json.JsonValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first thing that OpenAI finds wrong with the body of a chat completion. */
final class OpenAiCheck {
  private static final Set<String> MEMBERS =
      Set.of(
          "audio",
          "frequency_penalty",
          "function_call",
          "functions",
          "logit_bias",
          "logprobs",
          "max_completion_tokens",
          "max_tokens",
          "messages",
          "metadata",
          "modalities",
          "model",
          "n",
          "parallel_tool_calls",
          "prediction",
          "presence_penalty",
          "prompt_cache_key",
          "prompt_cache_retention",
          "reasoning_effort",
          "response_format",
          "safety_identifier",
          "seed",
          "service_tier",
          "stop",
          "store",
          "stream",
          "stream_options",
          "temperature",
          "tool_choice",
          "tools",
          "top_logprobs",
          "top_p",
          "user",
          "verbosity",
          "web_search_options");

  private static final Map<String, Set<String>> MESSAGE_MEMBERS =
      Map.of(
          "system", Set.of("role", "content", "name"),
          "developer", Set.of("role", "content", "name"),
          "user", Set.of("role", "content", "name"),
          "assistant",
              Set.of("role", "content", "name", "refusal", "audio", "tool_calls", "function_call"),
          "tool", Set.of("role", "content", "tool_call_id"),
          "function", Set.of("role", "content", "name"));

  private static final Set<String> PART_MEMBERS =
      Set.of("type", "text", "refusal", "image_url", "input_audio", "file");

  private static final Map<String, double[]> RANGES =
      Map.of(
          "temperature", new double[] {0, 2},
          "top_p", new double[] {0, 1},
          "frequency_penalty", new double[] {-2, 2},
          "presence_penalty", new double[] {-2, 2},
          "top_logprobs", new double[] {0, 20},
          "n", new double[] {1, 128});

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final int MOST_STOPS = 4;

  private final JsonValue body;
  private final List<JsonObject> errors = new ArrayList<>();

  private OpenAiCheck(JsonValue body) {
    this.body = body;
  }

  static Optional<JsonObject> check(JsonValue body) {
    OpenAiCheck check = new OpenAiCheck(body);
    check.members();
    check.numbers();
    check.messages();
    check.formats();
    return check.errors.stream().findFirst();
  }

  private void members() {
    body.members().keySet().stream()
        .filter(name -> !MEMBERS.contains(name))
        .findFirst()
        .ifPresent(name -> error(null, null, "Unrecognized request argument supplied: " + name));
    if (body.get("model").text().orElse("").isEmpty()) {
      error(null, null, "you must provide a model parameter");
    }
    if (body.get("messages").kind() != Kind.LIST) {
      error("messages", "missing_required_parameter", "Missing required parameter: 'messages'.");
    }
    if (body.get("stream_options").isPresent() && !body.get("stream").isTrue()) {
      error(
          "stream_options",
          null,
          "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
    }
    if (body.get("max_tokens").isPresent() && body.get("max_completion_tokens").isPresent()) {
      error(
          "max_tokens",
          "invalid_parameter_combination",
          "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.");
    }
  }

  private void numbers() {
    new TreeMap<>(RANGES)
        .forEach(
            (name, range) ->
                body.get(name)
                    .number()
                    .map(Number::doubleValue)
                    .filter(value -> value < range[0] || value > range[1])
                    .ifPresent(value -> outOfRange(name, value, range)));
    if (body.get("stop").items().size() > MOST_STOPS) {
      error(
          "stop",
          "array_above_max_length",
          "Invalid 'stop': array too long. Expected an array with maximum length 4.");
    }
  }

  private void outOfRange(String name, double value, double[] range) {
    error(
        name,
        value < range[0] ? "decimal_below_min_value" : "decimal_above_max_value",
        "Invalid '%s': expected a value between %s and %s, but got %s instead."
            .formatted(name, range[0], range[1], value));
  }

  private void messages() {
    Set<String> unanswered = new LinkedHashSet<>();
    List<JsonValue> messages = body.get("messages").items();
    for (int i = 0; i < messages.size(); i++) {
      JsonValue message = messages.get(i);
      String place = "messages[" + i + "]";
      String role = message.get("role").text().orElse("");
      if (!MESSAGE_MEMBERS.containsKey(role)) {
        error(place + ".role", "invalid_value", "Invalid value: '" + role + "'.");
        return;
      }
      known(message, MESSAGE_MEMBERS.get(role), place);
      content(message, role, place);
      if (role.equals("tool")) {
        answer(message, unanswered, place);
      } else if (!unanswered.isEmpty()) {
        break;
      }
      calls(message, unanswered, place);
    }
    if (!unanswered.isEmpty()) {
      error(
          "messages",
          null,
          "An assistant message with 'tool_calls' must be followed by tool messages responding to"
              + " each 'tool_call_id'. The following tool_call_ids did not have response messages: "
              + String.join(", ", unanswered));
    }
  }

  private void content(JsonValue message, String role, String place) {
    JsonValue content = message.get("content");
    boolean mayLack = role.equals("assistant") && !message.get("tool_calls").items().isEmpty();
    if (!content.isPresent() && !mayLack) {
      error(
          place + ".content",
          "invalid_type",
          "Invalid value for 'content': expected a string, got null.");
    }
    for (int i = 0; i < content.items().size(); i++) {
      known(content.items().get(i), PART_MEMBERS, place + ".content[" + i + "]");
    }
  }

  private void answer(JsonValue message, Set<String> unanswered, String place) {
    String id = message.get("tool_call_id").text().orElse("");
    if (id.isEmpty()) {
      missing(place + ".tool_call_id");
    } else if (!unanswered.remove(id)) {
      error(
          place + ".role",
          null,
          "Invalid parameter: messages with role 'tool' must be a response to a preceeding message"
              + " with 'tool_calls'.");
    }
  }

  private void calls(JsonValue message, Set<String> unanswered, String place) {
    List<JsonValue> calls = message.get("tool_calls").items();
    for (int i = 0; i < calls.size(); i++) {
      String call = place + ".tool_calls[" + i + "]";
      String id = calls.get(i).get("id").text().orElse("");
      if (id.isEmpty()) {
        missing(call + ".id");
      }
      unanswered.add(id);
      if (calls.get(i).get("type").text().isEmpty()) {
        missing(call + ".type");
      }
      if (calls.get(i).get("function").get("arguments").text().isEmpty()) {
        missing(call + ".function.arguments");
      }
    }
  }

  private void formats() {
    JsonValue format = body.get("response_format");
    String type = format.get("type").text().orElse("");
    if (type.equals("json_object")
        && body.get("messages").items().stream()
            .noneMatch(m -> ChatCall.text(m).toLowerCase(Locale.ROOT).contains("json"))) {
      error(
          "messages",
          null,
          "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
              + " 'json_object'.");
    }
    if (type.equals("json_schema")) {
      named(format.get("json_schema").get("name"), "response_format.json_schema.name");
    }
    List<JsonValue> tools = body.get("tools").items();
    for (int i = 0; i < tools.size(); i++) {
      named(tools.get(i).get("function").get("name"), "tools[" + i + "].function.name");
    }
  }

  private void named(JsonValue name, String place) {
    if (!NAME.matcher(name.text().orElse("")).matches()) {
      error(
          place,
          "invalid_value",
          "Invalid '%s': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'."
              .formatted(place));
    }
  }

  private void known(JsonValue object, Set<String> members, String place) {
    object.members().keySet().stream()
        .filter(name -> !members.contains(name))
        .findFirst()
        .ifPresent(
            name ->
                error(
                    place + "." + name,
                    "unknown_parameter",
                    "Unknown parameter: '" + place + "." + name + "'."));
  }

  private void missing(String place) {
    error(place, "missing_required_parameter", "Missing required parameter: '" + place + "'.");
  }

  private void error(@Nullable String parameter, @Nullable String code, String message) {
    errors.add(
        new JsonObject()
            .put("message", message)
            .put("type", "invalid_request_error")
            .put("param", parameter)
            .put("code", code));
  }
}
