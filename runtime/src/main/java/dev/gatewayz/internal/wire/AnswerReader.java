package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads a {@code chat.completion} or a {@code chat.completion.chunk} token by token. Servers leave
 * fields out, send {@code null} for objects and objects for text; whatever has an unexpected form
 * is skipped, never fatal. Only text that is not JSON fails.
 */
public final class AnswerReader {
  private AnswerReader() {}

  /**
   * Reads one document into {@code answer}, which is cleared first.
   *
   * @throws JacksonException if this is not a JSON document
   */
  public static void read(byte[] bytes, int offset, int length, AnswerFields answer) {
    answer.clear();
    try (JsonParser in = Json.lenientParser(bytes, offset, length)) {
      JsonToken first = in.nextToken();
      if (first == null) {
        throw new StreamReadException(in, "The document is empty.");
      }
      if (first == JsonToken.START_ARRAY) {
        elements(in, answer);
      } else if (first == JsonToken.START_OBJECT) {
        object(in, answer);
        others(in, answer);
      } else {
        // A text may be the words of an error; null, a number or a flag says nothing.
        answer.hasError = first == JsonToken.VALUE_STRING;
      }
    }
  }

  /** Several events that came as one, with an error among them perhaps; or none. */
  private static void elements(JsonParser in, AnswerFields answer) {
    JsonToken token;
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      if (!Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
        object(in, answer);
      }
    }
    answer.mergeChoices();
  }

  /** Some servers write one document behind another, a line each. */
  private static void others(JsonParser in, AnswerFields answer) {
    JsonToken token;
    while ((token = in.nextToken()) != null) {
      if (!Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
        object(in, answer);
      }
    }
    answer.mergeChoices();
  }

  private static void object(JsonParser in, AnswerFields answer) {
    Usage usageOfChoice = null;
    boolean mayBeError = false;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      switch (name) {
        case "id" -> answer.id = Tolerant.text(in, token);
        case "object" -> {
          answer.object = Tolerant.text(in, token);
          answer.hasError |= "error".equals(answer.object);
        }
        case "model" -> answer.model = Tolerant.text(in, token);
        case "created" -> answer.created = Tolerant.number(in, token);
        case "choices" -> {
          answer.hasChoices |= token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
          usageOfChoice = choices(in, token, answer);
        }
        case "usage" -> answer.usage = orElse(UsageReader.read(in, token, answer), answer.usage);
        case "x_groq" -> xGroq(in, token, answer);
        case "gateway_usage" -> answer.gatewayUsage = UsageReader.readGateway(in, token);
        case "cost_usd" -> answer.cost = Costs.of(in, token);
        case "error" -> {
          mayBeError = token != JsonToken.VALUE_NULL && token != JsonToken.VALUE_FALSE;
          answer.hasError |= ErrorSigns.saysSomething(in);
        }
        default -> answer.unknown.add(name, in);
      }
    }
    if (answer.usage == null) {
      answer.usage = usageOfChoice;
    }
    answer.hasError |= answer.isEmpty() && (mayBeError || ErrorSigns.areIn(answer.unknown.toMap()));
  }

  private static <T> @Nullable T orElse(@Nullable T value, @Nullable T otherwise) {
    return value == null ? otherwise : value;
  }

  /** Returns the usage that Moonshot hides inside a choice. */
  private static @Nullable Usage choices(JsonParser in, JsonToken token, AnswerFields answer) {
    if (token == JsonToken.START_OBJECT) {
      return choice(in, answer);
    }
    if (Tolerant.isOther(in, token, JsonToken.START_ARRAY)) {
      return null;
    }
    Usage usage = null;
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      if (!Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
        usage = orElse(choice(in, answer), usage);
      }
    }
    return usage;
  }

  private static @Nullable Usage choice(JsonParser in, AnswerFields answer) {
    Usage usage = null;
    ChoiceFields choice = answer.addChoice();
    boolean hasDelta = false;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      switch (name) {
        case "index" -> choice.index(Tolerant.number(in, token));
        case "delta" -> {
          hasDelta |= token == JsonToken.START_OBJECT;
          if (hasDelta) {
            choice.forgetMessage();
          }
          message(in, token, choice);
        }
        // Beside a delta it says again what all of them said: Perplexity.
        case "message" -> {
          if (hasDelta) {
            in.skipChildren();
          } else {
            message(in, token, choice);
          }
        }
        // Completions of old have no messages.
        case "text" -> choice.content = orElse(choice.content, Tolerant.text(in, token));
        case "finish_reason" -> choice.finish(Tolerant.text(in, token));
        case "usage" -> usage = orElse(UsageReader.read(in, token, answer), usage);
        case "error" -> answer.hasError |= ErrorSigns.saysSomething(in);
        default -> choice.unknown.add(name, in);
      }
    }
    return usage;
  }

  private static void message(JsonParser in, JsonToken token, ChoiceFields choice) {
    if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
      return;
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "role" -> choice.role = Tolerant.text(in, token);
        case "content" -> ContentReader.read(in, token, choice);
        case "reasoning_content" ->
            choice.reasoningContent = orElse(Tolerant.text(in, token), choice.reasoningContent);
        case "reasoning" ->
            choice.reasoningText = orElse(Tolerant.text(in, token), choice.reasoningText);
        case "thinking", "reasoning_text" ->
            choice.unsentReasoning = orElse(Tolerant.text(in, token), choice.unsentReasoning);
        case "reasoning_details", "thinking_blocks", "extra_content" ->
            Tolerant.keep(name, in, token, choice.rawReasoning);
        case "function_call" -> choice.toolCalls.addAll(ToolCallReader.readOldest(in, token));
        case "refusal" -> choice.refusal = Tolerant.text(in, token);
        case "tool_calls" -> ToolCallReader.readAll(in, token, choice);
        default -> in.skipChildren();
      }
    }
  }

  private static void xGroq(JsonParser in, JsonToken token, AnswerFields answer) {
    if (Tolerant.isOther(in, token, JsonToken.START_OBJECT)) {
      return;
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "usage" -> answer.usage = orElse(answer.usage, UsageReader.read(in, token, answer));
        case "error" -> {
          answer.hasError |= token != JsonToken.VALUE_NULL;
          in.skipChildren();
        }
        default -> in.skipChildren();
      }
    }
  }
}
