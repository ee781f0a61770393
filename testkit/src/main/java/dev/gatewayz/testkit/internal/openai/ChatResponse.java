package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Writes an answer the way the server does, as one document or as the events of a stream. */
public final class ChatResponse {
  /** When everything here was made, in seconds since 1970. */
  static final long CREATED = 1_790_000_000L;

  private final String id;
  private final ChatCall call;
  private final ChatAnswer answer;
  private final Dialect dialect;

  /**
   * A response.
   *
   * @param number makes the id: the same number, the same id
   * @param call what was asked
   * @param answer what to answer
   */
  public ChatResponse(long number, ChatCall call, ChatAnswer answer) {
    this.dialect = call.dialect();
    UUID uuid = new UUID(0x6b0c_0000_0000_4000L, 0x8000_0000_0000_0000L | number);
    this.id = dialect.isOpenAi() ? "chatcmpl-" + uuid : uuid.toString();
    this.call = call;
    this.answer = answer;
  }

  /** The whole answer. */
  public JsonObject whole() {
    List<JsonObject> choices = new ArrayList<>();
    for (ChatChoice choice : answer.choices()) {
      choices.add(whole(choices.size(), choice));
    }
    JsonObject json = frame("chat.completion", CREATED).put("choices", choices);
    if (answer.usagePlace() != UsagePlace.NOWHERE) {
      UsageCount usage = answer.usageFor(call);
      json.put("usage", usage.toJson());
      if (!dialect.isOpenAi()) {
        json.put("gateway_usage", gatewayUsage(usage));
      }
    }
    return json;
  }

  /** The answer's events, the last one {@code [DONE]} if there is to be one. Lazy. */
  public Iterator<byte[]> events() {
    return new ChatEvents(
        answer,
        answer.usageFor(call),
        answer.usagePlace() == UsagePlace.USUAL ? dialect.usagePlace(call) : answer.usagePlace(),
        this::chunk);
  }

  private JsonObject chunk(long index) {
    return frame("chat.completion.chunk", CREATED + index);
  }

  private JsonObject frame(String object, long created) {
    return new JsonObject()
        .put("id", id)
        .put("object", answer.object() == null ? object : answer.object())
        .put("created", created)
        .put("model", call.model());
  }

  private JsonObject whole(int index, ChatChoice choice) {
    boolean silent = choice.deltas().isEmpty() && !choice.toolCalls().isEmpty();
    JsonObject message =
        new JsonObject().put("role", "assistant").put("content", silent ? null : choice.text());
    if (dialect.isOpenAi()) {
      message.put("refusal", null);
    }
    if (!choice.reasoning().isEmpty()) {
      message.put(choice.reasoningMember(), String.join("", choice.reasoning()));
    }
    if (!choice.toolCalls().isEmpty()) {
      message.put("tool_calls", toolCalls(choice));
    }
    JsonObject json = new JsonObject().put("index", index).put("message", message);
    if (dialect.isOpenAi()) {
      json.put("logprobs", null);
    }
    return json.put("finish_reason", choice.finishReason());
  }

  private List<JsonObject> toolCalls(ChatChoice choice) {
    List<JsonObject> calls = new ArrayList<>();
    for (ChatChoice.ToolCall call : choice.toolCalls()) {
      JsonObject function =
          new JsonObject().put("name", call.name()).put("arguments", call.arguments());
      calls.add(
          new JsonObject()
              .put("id", answer.toolCallForm().id(calls.size()))
              .put("type", "function")
              .put("function", function));
    }
    return calls;
  }

  private static JsonObject gatewayUsage(UsageCount usage) {
    BigDecimal input = Models.PROMPT_PRICE.multiply(BigDecimal.valueOf(usage.prompt()));
    BigDecimal output = Models.COMPLETION_PRICE.multiply(BigDecimal.valueOf(usage.completion()));
    return new JsonObject()
        .put("provider", "mock")
        .put("cost_usd", input.add(output))
        .put("input_cost_usd", input)
        .put("output_cost_usd", output)
        .put("processing_time_ms", 1)
        .put("tokens_charged", usage.total())
        .put("request_ms", 1);
  }
}
