package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.ToolCallDelta;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonCopy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
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
      if (!isOther(in, token, JsonToken.START_OBJECT)) {
        object(in, answer);
      }
    }
    answer.mergeChoices();
  }

  /** Some servers write one document behind another, a line each. */
  private static void others(JsonParser in, AnswerFields answer) {
    JsonToken token;
    while ((token = in.nextToken()) != null) {
      if (!isOther(in, token, JsonToken.START_OBJECT)) {
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
        case "id" -> answer.id = text(in, token);
        case "object" -> {
          answer.object = text(in, token);
          answer.hasError |= "error".equals(answer.object);
        }
        case "model" -> answer.model = text(in, token);
        case "created" -> answer.created = number(in, token);
        case "choices" -> {
          answer.hasChoices |= token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
          usageOfChoice = choices(in, token, answer);
        }
        case "usage" -> answer.usage = orElse(usage(in, token, answer), answer.usage);
        case "x_groq" -> xGroq(in, token, answer);
        case "gateway_usage" -> answer.gatewayUsage = gatewayUsage(in, token);
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
    if (isOther(in, token, JsonToken.START_ARRAY)) {
      return null;
    }
    Usage usage = null;
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      if (!isOther(in, token, JsonToken.START_OBJECT)) {
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
        case "index" -> choice.index(number(in, token));
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
        case "text" -> choice.content = orElse(choice.content, text(in, token));
        case "finish_reason" -> choice.finish(text(in, token));
        case "usage" -> usage = orElse(usage(in, token, answer), usage);
        case "error" -> answer.hasError |= ErrorSigns.saysSomething(in);
        default -> choice.unknown.add(name, in);
      }
    }
    return usage;
  }

  private static void message(JsonParser in, JsonToken token, ChoiceFields choice) {
    if (isOther(in, token, JsonToken.START_OBJECT)) {
      return;
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "role" -> choice.role = text(in, token);
        case "content" -> ContentReader.read(in, token, choice);
        case "reasoning_content" ->
            choice.reasoningContent = orElse(text(in, token), choice.reasoningContent);
        case "reasoning" -> choice.reasoningText = orElse(text(in, token), choice.reasoningText);
        case "thinking", "reasoning_text" ->
            choice.unsentReasoning = orElse(text(in, token), choice.unsentReasoning);
        case "reasoning_details", "thinking_blocks", "extra_content" ->
            keep(name, in, token, choice.rawReasoning);
        case "function_call" -> choice.toolCalls.addAll(functionCall(in, token));
        case "refusal" -> choice.refusal = text(in, token);
        case "tool_calls" -> toolCalls(in, token, choice);
        default -> in.skipChildren();
      }
    }
  }

  /** Keeps the JSON of a member, unless it is null or an empty list. */
  private static void keep(String name, JsonParser in, JsonToken token, Map<String, String> to) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    JsonBytes json = new JsonBytes(64);
    JsonCopy.value(in, json);
    if (json.size() > 2) {
      to.put(name, json.toString());
    }
  }

  private static void toolCalls(JsonParser in, JsonToken token, ChoiceFields choice) {
    if (token == JsonToken.START_OBJECT) {
      choice.toolCalls.add(toolCall(in));
      return;
    }
    if (isOther(in, token, JsonToken.START_ARRAY)) {
      return;
    }
    while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
      if (isOther(in, token, JsonToken.START_OBJECT)) {
        continue;
      }
      choice.toolCalls.add(toolCall(in));
    }
  }

  private static ToolCallDelta toolCall(JsonParser in) {
    ToolCallDelta.Builder call = ToolCallDelta.builder();
    Map<String, String> extra = Map.of();
    String tool = null;
    String arguments = null;
    boolean hasFunction = false;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken token = in.nextToken();
      switch (name) {
        case "index" -> {
          Long number = numberOrNull(in, token);
          call.index(number == null ? null : (Integer) number.intValue());
        }
        case "id" -> call.id(text(in, token));
        case "function" -> {
          hasFunction |= token == JsonToken.START_OBJECT;
          function(in, token, call);
        }
        // Workers AI has no object around them.
        case "name" -> tool = text(in, token);
        case "arguments", "parameters" -> arguments = json(in, token);
        case "extra_content", "provider_specific_fields" -> {
          extra = new LinkedHashMap<>(extra);
          keep(name, in, token, extra);
        }
        default -> in.skipChildren();
      }
    }
    if (!hasFunction) {
      call.name(tool).arguments(arguments);
    }
    return call.extra(extra).build();
  }

  /** The one call that there could be before there were several. */
  private static List<ToolCallDelta> functionCall(JsonParser in, JsonToken token) {
    if (isOther(in, token, JsonToken.START_OBJECT)) {
      return List.of();
    }
    ToolCallDelta.Builder call = ToolCallDelta.builder();
    function(in, token, call);
    return List.of(call.build());
  }

  private static void function(JsonParser in, JsonToken token, ToolCallDelta.Builder call) {
    if (isOther(in, token, JsonToken.START_OBJECT)) {
      return;
    }
    String arguments = null;
    String parameters = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "name" -> call.name(text(in, token));
        case "arguments" -> arguments = json(in, token);
        // Llama calls them so, and some servers pass on what it writes.
        case "parameters" -> parameters = json(in, token);
        default -> in.skipChildren();
      }
    }
    call.arguments(orElse(arguments, parameters));
  }

  /** Arguments are JSON as text; some servers send the JSON itself. */
  private static @Nullable String json(JsonParser in, JsonToken token) {
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL) {
      return text(in, token);
    }
    JsonBytes out = new JsonBytes(64);
    JsonCopy.value(in, out);
    return out.toString();
  }

  private static void xGroq(JsonParser in, JsonToken token, AnswerFields answer) {
    if (isOther(in, token, JsonToken.START_OBJECT)) {
      return;
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "usage" -> answer.usage = orElse(answer.usage, usage(in, token, answer));
        case "error" -> {
          answer.hasError |= token != JsonToken.VALUE_NULL;
          in.skipChildren();
        }
        default -> in.skipChildren();
      }
    }
  }

  private static @Nullable Usage usage(JsonParser in, JsonToken token, AnswerFields answer) {
    if (isOther(in, token, JsonToken.START_OBJECT)) {
      return null;
    }
    UsageFields usage = answer.usageFields.clear();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      switch (name) {
        case "prompt_tokens" -> usage.prompt = count(in, token);
        case "completion_tokens" -> usage.completion = count(in, token);
        case "input_tokens" -> usage.prompt = Math.max(usage.prompt, count(in, token));
        case "output_tokens" -> usage.completion = Math.max(usage.completion, count(in, token));
        case "total_tokens" -> {
          Long number = numberOrNull(in, token);
          usage.total = number == null ? usage.total : Math.max(0, number);
        }
        case "cache_read_input_tokens" -> usage.cached = Math.max(usage.cached, count(in, token));
        case "cache_creation_input_tokens" -> usage.cacheWrite = count(in, token);
        case "prompt_tokens_details" ->
            usage.cached = Math.max(usage.cached, detail(in, token, "cached_tokens"));
        case "completion_tokens_details" -> usage.reasoning = detail(in, token, "reasoning_tokens");
        case "cost", "cost_usd", "estimated_cost" -> usage.cost(Costs.of(in, token));
        default -> usage.unknown.add(name, in);
      }
    }
    return usage.toUsage();
  }

  private static long detail(JsonParser in, JsonToken token, String wanted) {
    long value = 0;
    if (isOther(in, token, JsonToken.START_OBJECT)) {
      return 0;
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isWanted = in.currentName().equals(wanted);
      token = in.nextToken();
      long count = count(in, token);
      if (isWanted) {
        value = count;
      }
    }
    return value;
  }

  private static GatewayUsage gatewayUsage(JsonParser in, JsonToken token) {
    String provider = null;
    BigDecimal cost = null;
    if (isOther(in, token, JsonToken.START_OBJECT)) {
      return GatewayUsage.builder().build();
    }
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      token = in.nextToken();
      if (name.equals("provider")) {
        provider = text(in, token);
      } else if (name.equals("cost_usd")) {
        cost = Costs.of(in, token);
      } else {
        in.skipChildren();
      }
    }
    return GatewayUsage.builder().provider(provider).cost(cost).build();
  }

  /** Whether a value is of another form than it should be; it is skipped then. */
  private static boolean isOther(JsonParser in, JsonToken token, JsonToken wanted) {
    if (token == wanted) {
      return false;
    }
    in.skipChildren();
    return true;
  }

  private static @Nullable String text(JsonParser in, JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return in.getString();
    }
    in.skipChildren();
    return null;
  }

  /** A number of tokens; none is below zero. */
  private static long count(JsonParser in, JsonToken token) {
    return Math.max(0, number(in, token));
  }

  private static long number(JsonParser in, JsonToken token) {
    Long number = numberOrNull(in, token);
    return number == null ? 0 : number;
  }

  /** A number, also one that is written as text; {@code null} for anything else. */
  private static @Nullable Long numberOrNull(JsonParser in, JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return NumberText.read(in.getString());
    }
    if (token == JsonToken.VALUE_NUMBER_INT && in.getNumberType() != NumberType.BIG_INTEGER) {
      return in.getLongValue();
    }
    if (token.isNumeric()) {
      return (long) in.getDoubleValue();
    }
    in.skipChildren();
    return null;
  }
}
