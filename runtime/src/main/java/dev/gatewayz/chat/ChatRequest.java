package dev.gatewayz.chat;

import dev.gatewayz.internal.syntax.ModelName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that is put together at run time, for prompts that are not known while your code
 * compiles. Immutable.
 *
 * <pre>{@code
 * ChatRequest.builder()
 *     .model("gatewayz/openai/gpt-4o-mini")
 *     .system("Answer in one word.")
 *     .user("Is the sky blue?")
 *     .temperature(0)
 *     .build()
 * }</pre>
 */
public final class ChatRequest {
  private final String model;
  private final List<Message> messages;
  private final Parameters parameters;
  private final List<Tool> tools;
  private final @Nullable ToolChoice toolChoice;
  private final @Nullable ResponseFormat responseFormat;

  private ChatRequest(Builder builder, String model) {
    this.model = model;
    messages = List.copyOf(builder.messages);
    parameters = builder.parameters.build();
    tools = List.copyOf(builder.tools.values());
    toolChoice = builder.toolChoice;
    responseFormat = builder.responseFormat;
  }

  /**
   * A request of one text and nothing else.
   *
   * @param model with its {@code gatewayz/} prefix
   * @param user what is asked
   * @return the request
   * @throws IllegalArgumentException if the prefix of the model is missing, or the text is blank
   */
  public static ChatRequest of(String model, String user) {
    return builder().model(model).user(user).build();
  }

  /**
   * Starts with nothing.
   *
   * @return a builder without model and messages, which must be set
   */
  public static Builder builder() {
    return new Builder(Parameters.builder());
  }

  /** {@return a builder that holds the same} */
  public Builder toBuilder() {
    Builder builder = new Builder(parameters.toBuilder());
    builder.model = model;
    builder.messages.addAll(messages);
    tools.forEach(builder::tool);
    builder.toolChoice = toolChoice;
    builder.responseFormat = responseFormat;
    return builder;
  }

  /** {@return the model, with its {@code gatewayz/} prefix} */
  public String model() {
    return model;
  }

  /** {@return the conversation, at least one message} */
  public List<Message> messages() {
    return messages;
  }

  /** {@return how to answer} */
  public Parameters parameters() {
    return parameters;
  }

  /** {@return the functions the model may ask to have called; empty if there are none} */
  public List<Tool> tools() {
    return tools;
  }

  /**
   * {@return whether and which tools the model may ask for, {@code null} to leave it to the model}
   */
  public @Nullable ToolChoice toolChoice() {
    return toolChoice;
  }

  /** {@return the form the answer must have, {@code null} for text} */
  public @Nullable ResponseFormat responseFormat() {
    return responseFormat;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChatRequest that
        && model.equals(that.model)
        && messages.equals(that.messages)
        && parameters.equals(that.parameters)
        && tools.equals(that.tools)
        && Objects.equals(toolChoice, that.toolChoice)
        && Objects.equals(responseFormat, that.responseFormat);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, messages, parameters, tools, toolChoice, responseFormat);
  }

  /** Shows everything but what the messages say. */
  @Override
  public String toString() {
    return "ChatRequest[model="
        + model
        + ", messages="
        + messages
        + ", parameters="
        + parameters
        + ", tools="
        + tools
        + ", toolChoice="
        + toolChoice
        + ", responseFormat="
        + responseFormat
        + "]";
  }

  /**
   * Collects a {@link ChatRequest}. Each method returns this builder and checks its value at once.
   */
  public static final class Builder {
    private final Parameters.Builder parameters;
    private @Nullable String model;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private @Nullable ToolChoice toolChoice;
    private @Nullable ResponseFormat responseFormat;

    private Builder(Parameters.Builder parameters) {
      this.parameters = parameters;
    }

    /**
     * Sets the model. Must be set.
     *
     * @param model with its {@code gatewayz/} prefix
     * @return this builder
     * @throws IllegalArgumentException if the prefix is missing
     */
    public Builder model(String model) {
      this.model = new ModelName(model).name();
      return this;
    }

    /**
     * Adds instructions that stand above the conversation.
     *
     * @param content the instructions, not blank
     * @return this builder
     * @throws IllegalArgumentException if the text is blank
     */
    public Builder system(String content) {
      return message(Message.system(content));
    }

    /**
     * Adds a text from the one who asks.
     *
     * @param content the text, not blank
     * @return this builder
     * @throws IllegalArgumentException if the text is blank
     */
    public Builder user(String content) {
      return message(Message.user(content));
    }

    /**
     * Adds texts, images, sound and files from the one who asks, in this order.
     *
     * @param content at least one
     * @return this builder
     * @throws IllegalArgumentException if there is none, or nothing but a blank text
     */
    public Builder user(ContentPart... content) {
      return message(Message.user(content));
    }

    /**
     * Adds what the model said before.
     *
     * @param content the text, not blank
     * @return this builder
     * @throws IllegalArgumentException if the text is blank
     */
    public Builder assistant(String content) {
      return message(Message.assistant(content));
    }

    /**
     * Adds a message.
     *
     * @param message of any role
     * @return this builder
     * @throws IllegalArgumentException if it is one of the model's that says nothing
     */
    public Builder message(Message message) {
      messages.add(Message.requireWords(message));
      return this;
    }

    /**
     * Adds messages, in their order.
     *
     * @param messages may be empty
     * @return this builder
     * @throws IllegalArgumentException if one is of the model and says nothing
     */
    public Builder messages(List<? extends Message> messages) {
      messages.forEach(this::message);
      return this;
    }

    /**
     * Adds a function the model may ask to have called.
     *
     * @param tool with a name that no other one has
     * @return this builder
     * @throws IllegalArgumentException if there is one of that name
     */
    public Builder tool(Tool tool) {
      if (tools.putIfAbsent(tool.name(), tool) != null) {
        throw new IllegalArgumentException("There are two tools named " + tool.name() + ".");
      }
      return this;
    }

    /**
     * Sets whether and which tools the model may ask for. Default: the model decides.
     *
     * @param toolChoice a tool that it names must be among the tools
     * @return this builder
     */
    public Builder toolChoice(ToolChoice toolChoice) {
      this.toolChoice = Objects.requireNonNull(toolChoice, "toolChoice");
      return this;
    }

    /**
     * Sets the form the answer must have. Default: text.
     *
     * @param responseFormat text, some JSON object, or JSON that follows a schema
     * @return this builder
     */
    public Builder responseFormat(ResponseFormat responseFormat) {
      this.responseFormat = Objects.requireNonNull(responseFormat, "responseFormat");
      return this;
    }

    /**
     * Sets all parameters that {@code parameters} sets.
     *
     * @param parameters those it leaves unset stay as they are here
     * @return this builder
     */
    public Builder parameters(Parameters parameters) {
      this.parameters.parameters(parameters);
      return this;
    }

    /**
     * Sets how random the answer is.
     *
     * @param temperature 0 to 2, see {@link Parameters.Builder#temperature(double)}
     * @return this builder
     */
    public Builder temperature(double temperature) {
      parameters.temperature(temperature);
      return this;
    }

    /**
     * Sets the share of probability mass that tokens are drawn from.
     *
     * @param topP 0 to 1, see {@link Parameters.Builder#topP(double)}
     * @return this builder
     */
    public Builder topP(double topP) {
      parameters.topP(topP);
      return this;
    }

    /**
     * Sets the most tokens that the answer may have.
     *
     * @param maxTokens at least 1, see {@link Parameters.Builder#maxTokens(int)}
     * @return this builder
     */
    public Builder maxTokens(int maxTokens) {
      parameters.maxTokens(maxTokens);
      return this;
    }

    /**
     * Sets how much a token is held back by its count so far.
     *
     * @param frequencyPenalty −2 to 2, see {@link Parameters.Builder#frequencyPenalty(double)}
     * @return this builder
     */
    public Builder frequencyPenalty(double frequencyPenalty) {
      parameters.frequencyPenalty(frequencyPenalty);
      return this;
    }

    /**
     * Sets how much a token is held back once it has occurred.
     *
     * @param presencePenalty −2 to 2, see {@link Parameters.Builder#presencePenalty(double)}
     * @return this builder
     */
    public Builder presencePenalty(double presencePenalty) {
      parameters.presencePenalty(presencePenalty);
      return this;
    }

    /**
     * Sets texts that end the answer where they would appear.
     *
     * @param stop up to four, see {@link Parameters.Builder#stop(String...)}
     * @return this builder
     */
    public Builder stop(String... stop) {
      parameters.stop(stop);
      return this;
    }

    /**
     * Sets how many answers to draw.
     *
     * @param n at least 1, see {@link Parameters.Builder#n(int)}
     * @return this builder
     */
    public Builder n(int n) {
      parameters.n(n);
      return this;
    }

    /**
     * Asks the model to repeat itself.
     *
     * @param seed any value, see {@link Parameters.Builder#seed(long)}
     * @return this builder
     */
    public Builder seed(long seed) {
      parameters.seed(seed);
      return this;
    }

    /**
     * Sets a stable name for the end user.
     *
     * @param endUser as the wire's {@code user}, see {@link Parameters.Builder#endUser(String)}
     * @return this builder
     */
    public Builder endUser(String endUser) {
      parameters.endUser(endUser);
      return this;
    }

    /**
     * Sets how much a reasoning model is to think.
     *
     * @param reasoningEffort as in {@code low}, see {@link
     *     Parameters.Builder#reasoningEffort(String)}
     * @return this builder
     */
    public Builder reasoningEffort(String reasoningEffort) {
      parameters.reasoningEffort(reasoningEffort);
      return this;
    }

    /**
     * Sets a further member of the request.
     *
     * @param name the wire name, see {@link Parameters.Builder#extra(String, String)}
     * @param json the value as JSON text, {@code null} to take the member back
     * @return this builder
     */
    public Builder extra(String name, @Nullable String json) {
      parameters.extra(name, json);
      return this;
    }

    /**
     * {@return what was collected}
     *
     * @throws IllegalArgumentException if there is no model or no message, or if the one tool that
     *     must be called is not among the tools
     */
    public ChatRequest build() {
      if (model == null) {
        throw new IllegalArgumentException(
            "A request needs a model, as in model(\"gatewayz/openai/gpt-4o-mini\").");
      }
      if (messages.isEmpty()) {
        throw new IllegalArgumentException("A request needs at least one message.");
      }
      if (toolChoice != null
          && toolChoice.tool() != null
          && !tools.containsKey(toolChoice.tool())) {
        throw new IllegalArgumentException(
            "The tool " + toolChoice.tool() + " must be called, but is not among the tools.");
      }
      return new ChatRequest(this, model);
    }
  }
}
