package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is answered when nobody said what to answer: prose about the user's own words, JSON where a
 * schema is sent or a type told in words, a tool call where one is required.
 *
 * <p>Honours {@code n}, {@code stop} and the limit of tokens.
 */
public final class DefaultAnswer {
  private static final int KEYWORDS = 4;

  private DefaultAnswer() {}

  /** The answer to a call. */
  public static ChatAnswer to(ChatCall call) {
    List<ChatChoice> choices = new ArrayList<>();
    for (int i = 0; i < call.n(); i++) {
      choices.add(choice(call, i));
    }
    return ChatAnswer.of(choices);
  }

  private static ChatChoice choice(ChatCall call, int index) {
    Optional<JsonValue> tool = requiredTool(call);
    if (tool.isPresent()) {
      JsonValue function = tool.get().get("function");
      String arguments = new SchemaExample(function.get("parameters"), List.of()).toString();
      String name = function.get("name").text().orElse("unknown");
      return ChatChoice.calls(List.of(new ChatChoice.ToolCall(name, arguments)));
    }
    return limited(text(call, index), call);
  }

  private static ChatChoice limited(String whole, ChatCall call) {
    String text = whole;
    for (String stop : call.stop()) {
      int at = stop.isEmpty() ? -1 : text.indexOf(stop);
      text = at < 0 ? text : text.substring(0, at);
    }
    String within = Tokens.limit(text, call.maxTokens().orElse(Long.MAX_VALUE));
    return ChatChoice.text(within, within.length() < text.length() ? "length" : "stop");
  }

  private static String text(ChatCall call, int index) {
    String asked = call.lastUserText();
    List<String> keywords = Words.keywords(asked, KEYWORDS);
    JsonValue format = call.body().get("response_format");
    Optional<JsonValue> worded = WordedSchema.of(call.systemText());
    if (worded.isPresent()) {
      return new SchemaExample(worded.get(), keywords).toString();
    }
    return switch (format.get("type").text().orElse("text")) {
      case "json_schema" ->
          new SchemaExample(format.get("json_schema").get("schema"), keywords).toString();
      case "json_object" -> new JsonObject().put("answer", prose(call, index)).toString();
      default -> prose(call, index);
    };
  }

  private static String prose(ChatCall call, int index) {
    String asked = call.lastUserText();
    List<String> keywords = Words.keywords(asked, KEYWORDS);
    StringBuilder prose = new StringBuilder();
    if (index > 0) {
      prose.append("Answer ").append(index + 1).append(": ");
    }
    prose.append("A mock gateway answers for ").append(call.model()).append(". ");
    if (keywords.isEmpty()) {
      return prose.append("You wrote: “").append(asked.strip()).append("”").toString();
    }
    prose.append("You wrote about ").append(enumerate(keywords)).append(". ");
    prose.append("Your own words say it best: “");
    return prose.append(Words.sentenceAbout(asked, keywords)).append("”").toString();
  }

  private static String enumerate(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /** The tool that must be called now: none after a tool has answered. */
  private static Optional<JsonValue> requiredTool(ChatCall call) {
    JsonValue choice = call.body().get("tool_choice");
    List<JsonValue> tools = call.body().get("tools").items();
    List<JsonValue> messages = call.body().get("messages").items();
    boolean answered =
        !messages.isEmpty()
            && messages.get(messages.size() - 1).get("role").text().orElse("").equals("tool");
    if (answered) {
      return Optional.empty();
    }
    if (choice.text().orElse("").equals("required")) {
      return tools.stream().findFirst();
    }
    return choice
        .get("function")
        .get("name")
        .text()
        .flatMap(name -> tools.stream().filter(tool -> isNamed(tool, name)).findFirst());
  }

  private static boolean isNamed(JsonValue tool, String name) {
    return tool.get("function").get("name").text().orElse("").equals(name);
  }
}
