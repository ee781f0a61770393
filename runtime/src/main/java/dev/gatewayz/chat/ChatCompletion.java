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

  /** The answer's id, empty where the provider gives none. */
  String id();

  /** {@code chat.completion}. */
  String object();

  /** When it was made, in seconds since 1970. */
  long created();

  /** The model that answered, with its {@code gatewayz/} prefix. */
  String model();

  /** The answers, one as a rule. */
  List<Choice> choices();

  /** The tokens, {@code null} where none were reported. */
  @Nullable Usage usage();

  /** What Gatewayz adds, {@code null} from other servers. */
  @Nullable GatewayUsage gatewayUsage();

  /**
   * The members that this library does not know, in their order, each value as JSON text; empty as
   * a rule. Those that are {@code null} are left out. Of a streamed answer, those of all chunks,
   * the last value of each.
   */
  Map<String, String> extra();

  /** When it was made. */
  default Instant createdAt() {
    return Instant.ofEpochSecond(created());
  }

  /** The text of the first answer; empty where it has none. */
  default String text() {
    String content = choices().isEmpty() ? null : choices().get(0).message().content();
    return content == null ? "" : content;
  }

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link ChatCompletion#id()}. Default: empty. */
    public Builder id(String id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /** See {@link ChatCompletion#object()}. Default: "chat.completion". */
    public Builder object(String object) {
      this.object = Objects.requireNonNull(object, "object");
      return this;
    }

    /** See {@link ChatCompletion#created()}. Default: 0. */
    public Builder created(long created) {
      this.created = created;
      return this;
    }

    /** See {@link ChatCompletion#model()}. Default: empty. */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /** See {@link ChatCompletion#choices()}. Default: empty. */
    public Builder choices(List<Choice> choices) {
      this.choices = Objects.requireNonNull(choices, "choices");
      return this;
    }

    /** See {@link ChatCompletion#usage()}. Default: none. */
    public Builder usage(@Nullable Usage usage) {
      this.usage = usage;
      return this;
    }

    /** See {@link ChatCompletion#gatewayUsage()}. Default: none. */
    public Builder gatewayUsage(@Nullable GatewayUsage gatewayUsage) {
      this.gatewayUsage = gatewayUsage;
      return this;
    }

    /** See {@link ChatCompletion#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
    public ChatCompletion build() {
      return new ChatCompletionValue(
          id, object, created, model, choices, usage, gatewayUsage, extra);
    }
  }
}
