package dev.gatewayz.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer in one piece. Mirrors {@code chat.completion} of the <a
 * href="https://platform.openai.com/docs/api-reference/chat/object">Chat Completions API</a>.
 * Immutable.
 */
public sealed interface ChatCompletion permits ChatCompletionValue {

  /** {@return the answer's id, empty where the provider gives none} */
  String id();

  /** {@return the kind of this object, {@code chat.completion}} */
  String object();

  /** {@return when it was made, in seconds since 1970} */
  long created();

  /** {@return the model that answered, with its {@code gatewayz/} prefix} */
  String model();

  /** {@return the answers, one as a rule} */
  List<Choice> choices();

  /** {@return the tokens, {@code null} where none were reported} */
  @Nullable Usage usage();

  /** {@return what Gatewayz adds, {@code null} from other servers} */
  @Nullable GatewayUsage gatewayUsage();

  /**
   * {@return the members that this library does not know, in their order, each value as JSON text;
   * empty as a rule} Those that are {@code null} are left out. Of a streamed answer, those of all
   * chunks, the last value of each.
   */
  Map<String, String> extra();

  /** {@return when it was made} */
  default Instant createdAt() {
    return Instant.ofEpochSecond(created());
  }

  /** {@return the text of the first answer; empty where it has none} */
  default String text() {
    String content = choices().isEmpty() ? null : choices().get(0).message().content();
    return content == null ? "" : content;
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of an answer without choices
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .id(id())
        .object(object())
        .created(created())
        .model(model())
        .choices(choices())
        .usage(usage())
        .gatewayUsage(gatewayUsage())
        .extra(extra());
  }

  /** Collects a {@link ChatCompletion}. Each method returns this builder. */
  final class Builder {
    private String id = "";
    private String object = "chat.completion";
    private long created;
    private String model = "";
    private List<Choice> choices = List.of();
    private @Nullable Usage usage;
    private @Nullable GatewayUsage gatewayUsage;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /**
     * Sets {@link ChatCompletion#id()}. Default: empty.
     *
     * @param id the answer's id, empty where the provider gives none
     * @return this builder
     */
    public Builder id(String id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /**
     * Sets {@link ChatCompletion#object()}. Default: "chat.completion".
     *
     * @param object the kind of this object, {@code chat.completion}
     * @return this builder
     */
    public Builder object(String object) {
      this.object = Objects.requireNonNull(object, "object");
      return this;
    }

    /**
     * Sets {@link ChatCompletion#created()}. Default: 0.
     *
     * @param created when it was made, in seconds since 1970
     * @return this builder
     */
    public Builder created(long created) {
      this.created = created;
      return this;
    }

    /**
     * Sets {@link ChatCompletion#model()}. Default: empty.
     *
     * @param model the model that answered, with its {@code gatewayz/} prefix
     * @return this builder
     */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /**
     * Sets {@link ChatCompletion#choices()}. Default: empty.
     *
     * @param choices the answers, one as a rule
     * @return this builder
     */
    public Builder choices(List<Choice> choices) {
      this.choices = Objects.requireNonNull(choices, "choices");
      return this;
    }

    /**
     * Sets {@link ChatCompletion#usage()}. Default: none.
     *
     * @param usage the tokens, {@code null} where none were reported
     * @return this builder
     */
    public Builder usage(@Nullable Usage usage) {
      this.usage = usage;
      return this;
    }

    /**
     * Sets {@link ChatCompletion#gatewayUsage()}. Default: none.
     *
     * @param gatewayUsage what Gatewayz adds, {@code null} from other servers
     * @return this builder
     */
    public Builder gatewayUsage(@Nullable GatewayUsage gatewayUsage) {
      this.gatewayUsage = gatewayUsage;
      return this;
    }

    /**
     * Sets {@link ChatCompletion#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, in their order, each value as JSON
     *     text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
    public ChatCompletion build() {
      return new ChatCompletionValue(
          id, object, created, model, choices, usage, gatewayUsage, extra);
    }
  }
}
