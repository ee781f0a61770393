package dev.gatewayz.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is put together at run time, for prompts that are not known while your code
 * compiles.
 *
 * <pre>{@code
 * ChatRequest.builder()
 *     .model("gatewayz/openai/gpt-4o-mini")
 *     .system("Answer in one word.")
 *     .user("Is the sky blue?")
 *     .temperature(0)
 *     .build()
 * }</pre>
 *
 * @param model the model, with its {@code gatewayz/} prefix
 * @param messages the conversation, at least one message
 * @param parameters how to answer
 * @param tools functions the model may ask to have called
 * @param toolChoice {@code auto}, {@code none}, {@code required} or the name of a tool; {@code
 *     null} leaves it to the model
 * @param responseFormat the form the answer must have, {@code null} for text
 */
public record ChatRequest(
    String model,
    List<Message> messages,
    Parameters parameters,
    List<Tool> tools,
    @Nullable String toolChoice,
    @Nullable ResponseFormat responseFormat) {

  /**
   * Checks the request and copies the lists.
   *
   * @throws IllegalArgumentException if the model lacks its prefix or there is no message
   */
  public ChatRequest {
    model = new ModelName(model).name();
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("A request needs at least one message.");
    }
  }

  /** Starts a request. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects a request. */
  public static final class Builder extends Parameters.Builder<Builder> {
    private @Nullable String model;
    private final List<Message> messages = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();
    private @Nullable String toolChoice;
    private @Nullable ResponseFormat responseFormat;

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /** The model, with its {@code gatewayz/} prefix. Required. */
    public Builder model(String model) {
      this.model = model;
      return this;
    }

    /** Adds a system message. */
    public Builder system(String content) {
      return message(Message.system(content));
    }

    /** Adds a user message. */
    public Builder user(String content) {
      return message(Message.user(content));
    }

    /** Adds a user message of several parts, in this order. */
    public Builder user(ContentPart... content) {
      return message(Message.user(content));
    }

    /** Adds what the model said before. */
    public Builder assistant(String content) {
      return message(Message.assistant(content));
    }

    /** Adds a message. */
    public Builder message(Message message) {
      messages.add(message);
      return this;
    }

    /** Adds messages, in their order. */
    public Builder messages(List<? extends Message> messages) {
      this.messages.addAll(messages);
      return this;
    }

    /** Adds a function the model may ask to have called. */
    public Builder tool(Tool tool) {
      tools.add(tool);
      return this;
    }

    /** {@code auto}, {@code none}, {@code required} or the name of a tool. */
    public Builder toolChoice(String toolChoice) {
      this.toolChoice = toolChoice;
      return this;
    }

    /** The form the answer must have. */
    public Builder responseFormat(ResponseFormat responseFormat) {
      this.responseFormat = responseFormat;
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException if the model is missing or lacks its prefix, there is no
     *     message, or a parameter is out of its range
     */
    public ChatRequest build() {
      if (model == null) {
        throw new IllegalArgumentException(
            "A request needs a model, as in model(\"gatewayz/openai/gpt-4o-mini\").");
      }
      return new ChatRequest(model, messages, parameters(), tools, toolChoice, responseFormat);
    }
  }
}
