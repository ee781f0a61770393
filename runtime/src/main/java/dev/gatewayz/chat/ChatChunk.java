package dev.gatewayz.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of a streamed answer. Mirrors {@code chat.completion.chunk}. Immutable. */
public sealed interface ChatChunk permits ChatChunkValue, TextChunk {

  /** {@return the answer's id, empty where the provider gives none} */
  String id();

  /** {@return the kind of this object, {@code chat.completion.chunk}} */
  String object();

  /**
   * {@return when the piece was made, in seconds since 1970; differs from piece to piece on some
   * servers}
   */
  long created();

  /** {@return the model that answers, with its {@code gatewayz/} prefix} */
  String model();

  /** {@return what is new, often one, empty in a piece that only reports usage} */
  List<ChunkChoice> choices();

  /**
   * {@return the tokens so far, {@code null} if this piece reports none; the last report counts,
   * they are never added up}
   */
  @Nullable Usage usage();

  /**
   * {@return the members that this library does not know, in their order, each value as JSON text;
   * empty as a rule}
   */
  Map<String, String> extra();

  /** {@return the new text of the first answer; empty where there is none} */
  default String text() {
    for (ChunkChoice choice : choices()) {
      if (choice.index() == 0) {
        String content = choice.delta().content();
        return content == null ? "" : content;
      }
    }
    return "";
  }

  /**
   * {@return the same with another text of the first answer}
   *
   * @param text empty for none
   * @throws IllegalStateException if it says nothing of the first answer
   */
  default ChatChunk withText(String text) {
    return withText(text, id(), created());
  }

  /**
   * {@return the next piece of the same answer: the same with another text of the first answer, and
   * an id and a time of its own}
   *
   * @param text empty for none
   * @param id the id of the answer, empty for none
   * @param created in seconds since 1970
   * @throws IllegalStateException if it says nothing of the first answer
   */
  default ChatChunk withText(String text, String id, long created) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(id, "id");
    if (ChatChunkValue.first(choices()) < 0) {
      throw new IllegalStateException("The chunk says nothing of the first answer.");
    }
    return new TextChunk(this, text, id, created);
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a chunk without choices
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
        .extra(extra());
  }

  /** Collects a {@link ChatChunk}. Each method returns this builder. */
  final class Builder {
    private String id = "";
    private String object = "chat.completion.chunk";
    private long created;
    private String model = "";
    private List<ChunkChoice> choices = List.of();
    private @Nullable Usage usage;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /**
     * Sets {@link ChatChunk#id()}. Default: empty.
     *
     * @param id the answer's id, empty where the provider gives none
     * @return this builder
     */
    public Builder id(String id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /**
     * Sets {@link ChatChunk#object()}. Default: "chat.completion.chunk".
     *
     * @param object the kind of this object, {@code chat.completion.chunk}
     * @return this builder
     */
    public Builder object(String object) {
      this.object = Objects.requireNonNull(object, "object");
      return this;
    }

    /**
     * Sets {@link ChatChunk#created()}. Default: 0.
     *
     * @param created when the piece was made, in seconds since 1970
     * @return this builder
     */
    public Builder created(long created) {
      this.created = created;
      return this;
    }

    /**
     * Sets {@link ChatChunk#model()}. Default: empty.
     *
     * @param model the model that answers, with its {@code gatewayz/} prefix
     * @return this builder
     */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /**
     * Sets {@link ChatChunk#choices()}. Default: empty.
     *
     * @param choices what is new, often one, empty in a piece that only reports usage
     * @return this builder
     */
    public Builder choices(List<ChunkChoice> choices) {
      this.choices = Objects.requireNonNull(choices, "choices");
      return this;
    }

    /**
     * Sets {@link ChatChunk#usage()}. Default: none.
     *
     * @param usage the tokens so far, {@code null} if this piece reports none
     * @return this builder
     */
    public Builder usage(@Nullable Usage usage) {
      this.usage = usage;
      return this;
    }

    /**
     * Sets {@link ChatChunk#extra()}. Default: empty.
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
    public ChatChunk build() {
      return new ChatChunkValue(id, object, created, model, choices, usage, extra);
    }
  }
}
