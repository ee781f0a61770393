package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Gatewayz finds wrong with the body of a chat completion before it asks any model. */
public final class RequestCheck {
  private static final Set<String> ROLES =
      Set.of("system", "user", "assistant", "tool", "function", "developer");
  private static final int MOST_STOPS = 4;

  private final JsonValue body;
  private final List<JsonObject> findings = new ArrayList<>();

  private RequestCheck(JsonValue body) {
    this.body = body;
  }

  /** The findings, as the items of the {@code detail} of a 422; none if all is well. */
  public static List<JsonObject> check(JsonValue body) {
    RequestCheck check = new RequestCheck(body);
    check.all();
    return check.findings;
  }

  private void all() {
    if (body.get("model").text().isEmpty()) {
      found("missing", "Field required", "model");
    }
    List<JsonValue> messages = body.get("messages").items();
    if (messages.isEmpty()) {
      found("missing", "Field required", "messages");
    }
    for (int i = 0; i < messages.size(); i++) {
      if (!ROLES.contains(messages.get(i).get("role").text().orElse(""))) {
        found("literal_error", "Input should be a role", "messages", i, "role");
      }
    }
    within("temperature", 0, 2);
    within("top_p", 0, 1);
    within("frequency_penalty", -2, 2);
    within("presence_penalty", -2, 2);
    within("n", 1, Integer.MAX_VALUE);
    if (body.get("stop").items().size() > MOST_STOPS) {
      found("too_long", "List should have at most 4 items", "stop");
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
}
